import Values

/// The columns that a format cmdlet takes where the user names no properties.
public struct DefaultLayout {
    public let columns: [FormatRequest.Column]
    public let ellipsis: Ellipsis
    public let grouping: View.Grouping?
    private let values: [(Value) -> Value]

    public func cells(_ value: Value) -> [Value] { values.map { $0(value) } }

    /// - Parameters:
    ///   - named: the view to take; nil: the type's first of the shape.
    ///   - property: reads a property that may be a script's.
    /// - Returns: nil where the type has no view of the shape, or none of the name.
    public static func table(
        for value: Value, named name: String?, in views: ViewTable
    ) -> DefaultLayout? {
        let view = name.map { views.find(value.typeNames, named: $0) } ?? views.find(value.typeNames)
        guard let view, case .table(let columns) = view.shape else { return nil }
        return DefaultLayout(view, ViewResolver.hasComputerName(value) ? columns + [ViewResolver.computerColumn] : columns)
    }

    public static func list(for value: Value, named name: String?, in views: ViewTable) -> DefaultLayout? {
        let view = name.map { views.find(value.typeNames, named: $0) } ?? views.findList(value.typeNames)
        guard let view, case .list(let columns) = view.shape else { return nil }
        return DefaultLayout(view, columns)
    }

    private init(_ view: View, _ columns: [ViewColumn]) {
        self.columns = columns.map {
            FormatRequest.Column(label: $0.label, width: $0.width, alignment: $0.alignment, format: $0.format)
        }
        values = columns.map(\.value)
        ellipsis = view.ellipsis
        grouping = view.grouping
    }

    /// The properties that are shown by default, in their order; empty for text and numbers.
    public static func propertyNames(of value: Value) -> [String] {
        switch value {
        case .object(let object):
            if object is EnumObject || CellText.isNumber(object.type.name) { return [] }
            return object.attached?.defaultDisplay ?? object.type.defaultDisplay ?? value.propertyNames
        default: return []
        }
    }

    /// A hashtable's entries as objects with a name and a value.
    public static func entries(of table: HashtableObject) -> [Value] {
        table.pairs.map { ViewResolver.entry($0.key, $0.value, of: table) }
    }
}
