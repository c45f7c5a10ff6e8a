import Values

/// The columns of an object's declared view, for Format-Table and Format-List without -Property.
public struct DefaultLayout {
    /// The columns without their values.
    public let columns: [FormatRequest.Column]
    /// The mark of a cut text.
    public let ellipsis: Ellipsis
    /// How the view groups rows; nil if it does not.
    public let grouping: View.Grouping?
    private let values: [(Value) -> Value]

    /// The values of the columns for an object.
    public func cells(_ value: Value) -> [Value] { values.map { $0(value) } }

    /// The table of an object.
    /// - Parameters:
    ///   - name: the name of the view (-View); nil for the type's default view.
    ///   - views: the views to search.
    /// - Returns: nil if the type has no view of that name, or the view found is no table.
    public static func table(
        for value: Value, named name: String?, in views: ViewTable
    ) -> DefaultLayout? {
        let view = name.map { views.find(value.typeNames, named: $0) } ?? views.find(value.typeNames)
        guard let view, case .table(let columns) = view.shape else { return nil }
        return DefaultLayout(view, ViewResolver.hasComputerName(value) ? columns + [ViewResolver.computerColumn] : columns)
    }

    /// The list of an object; parameters and result are those of `table(for:named:in:)`.
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

    /// The names of the properties that are shown by default, in order; empty for texts, numbers and enumerations.
    public static func propertyNames(of value: Value) -> [String] {
        switch value {
        case .object(let object):
            if object is EnumObject || CellText.isNumber(object.type.name) { return [] }
            return object.attached?.defaultDisplay ?? object.type.defaultDisplay ?? value.propertyNames
        default: return []
        }
    }

    /// A hashtable's entries as the objects that are shown for them, with a name (or key) and a value.
    public static func entries(of table: HashtableObject) -> [Value] {
        table.pairs.map { ViewResolver.entry($0.key, $0.value, of: table) }
    }
}
