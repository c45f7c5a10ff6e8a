import Values

/// A view made ready for a run of objects: its request, and how to compute the cells.
final class PreparedView {
    let request: FormatRequest
    var grouping: View.Grouping? { source?.grouping }
    /// The type of the object for which it was made.
    let typeName: String
    /// The view it was made of; nil if it was made of an object's properties.
    let source: View?
    var isDeclared: Bool { source != nil }
    private let values: [(Value) -> Value]
    private let lines: ((Value) -> [String])?
    /// The names of the properties that it shows, if it was made of them. For a declared view: PSComputerName, if it shows that
    /// column.
    let properties: [String]

    init(
        _ request: FormatRequest, typeName: String, source: View? = nil, properties: [String] = [],
        values: [(Value) -> Value] = [], lines: ((Value) -> [String])? = nil
    ) {
        self.request = request
        self.typeName = typeName
        self.source = source
        self.properties = properties
        self.values = values
        self.lines = lines
    }

    /// Whether both were made of the same view, perhaps for different types of those that it shows.
    func isOfSameView(as other: PreparedView) -> Bool {
        source?.name == other.source?.name && source?.typeNames == other.source?.typeNames
    }

    func cells(_ value: Value) -> [Value] {
        if let lines { return lines(value).map { .string($0) } }
        return values.map { $0(value) }
    }
}

/// Finds an object's view, or makes one of its properties.
final class ViewResolver {
    enum Resolution {
        case text([String])
        case view(PreparedView)
    }

    let source: DisplaySource
    private var declared: [String: PreparedView] = [:]
    /// The version of the views that `declared` was filled from.
    private var version = -1

    /// An object without a view is shown as a table if it has at most this many properties, otherwise as a list.
    static let tableLimit = 4

    init(_ source: DisplaySource) { self.source = source }

    func view(of value: Value) -> View? {
        let views = source.views()
        if views.version != version {
            declared = [:]
            version = views.version
        }
        return views.find(value.typeNames)
    }

    /// Whether the object can be added to the table or list that was begun for an object of its type.
    func applies(_ prepared: PreparedView, _ value: Value) -> Bool {
        guard prepared.typeName == value.typeName else { return false }
        if prepared.isDeclared { return Self.hasComputerName(value) == prepared.properties.contains(Self.computerName) }
        return !(source.displayNames(value) ?? value.propertyNames).isEmpty
    }

    /// A list of the properties that an object shows by default.
    func list(_ value: Value) -> PreparedView { made(value, .list) }

    func prepare(_ value: Value) -> Resolution {
        if let view = view(of: value) {
            if case .text(let lines) = view.shape { return .text(lines(value)) }
            let key = value.typeName + (Self.hasComputerName(value) ? "\0" : "")
            if let known = declared[key] { return .view(known) }
            let prepared = prepare(view, value)
            declared[key] = prepared
            return .view(prepared)
        }
        let names = displayNames(value)
        if names.isEmpty || isPrimitive(value) { return .text([value.displayText]) }
        return .view(made(value, names.count <= Self.tableLimit ? .table : .list))
    }

    /// A view made of an object's own properties.
    private func made(_ value: Value, _ shape: FormatRequest.Shape) -> PreparedView {
        let names = displayNames(value)
        let property = source.property
        return PreparedView(
            FormatRequest(shape: shape, columns: names.map { FormatRequest.Column(label: $0) }), typeName: value.typeName,
            properties: names, values: names.map { name in { (value: Value) in property(value, name) ?? .null } })
    }

    /// The names of the properties that are shown by default, in order.
    func displayNames(_ value: Value) -> [String] {
        if let names = source.displayNames(value) ?? value.reference?.attached?.defaultDisplay ?? value.type.defaultDisplay {
            return names
        }
        let names = value.propertyNames
        guard value.reference?.attached?["PSShowComputerName"] != nil else { return names }
        // PSShowComputerName itself is never shown; PSComputerName only if it says so.
        let hidden = ["PSShowComputerName"] + (Self.hasComputerName(value) ? [] : [Self.computerName])
        return names.filter { name in !hidden.contains { $0.equalsIgnoringCase(name) } }
    }

    private func isPrimitive(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return true }
        return object is EnumObject || CellText.isNumber(object.type.name)
    }

    private func prepare(_ view: View, _ value: Value) -> PreparedView {
        switch view.shape {
        case .table(var columns):
            if Self.hasComputerName(value) { columns.append(Self.computerColumn) }
            return prepare(view, value, .table, columns)
        case .list(let columns): return prepare(view, value, .list, columns)
        case .wide(let column): return prepare(view, value, .wide(columns: nil), [column])
        case .custom(let lines), .text(let lines):
            return PreparedView(
                FormatRequest(shape: .custom, groupLabel: view.grouping?.label), typeName: value.typeName, source: view,
                lines: lines)
        }
    }

    private func prepare(
        _ view: View, _ value: Value, _ shape: FormatRequest.Shape, _ columns: [ViewColumn]
    ) -> PreparedView {
        let request = FormatRequest(
            shape: shape,
            columns: columns.map {
                FormatRequest.Column(label: $0.label, width: $0.width, alignment: $0.alignment, format: $0.format)
            }, wraps: view.wraps, ellipsis: view.ellipsis, groupLabel: view.grouping?.label)
        return PreparedView(
            request, typeName: value.typeName, source: view,
            properties: Self.hasComputerName(value) ? [Self.computerName] : [], values: columns.map(\.value))
    }

    // MARK: Objects of other computers

    private static let computerName = "PSComputerName"
    static let computerColumn = ViewColumn(computerName, alignment: .left)

    /// Whether an object came from another computer or container and shows its PSComputerName, which tables then append as the last
    /// column.
    static func hasComputerName(_ value: Value) -> Bool {
        guard let attached = value.reference?.attached, attached[computerName] != nil else { return false }
        if case .note(let shows)? = attached["PSShowComputerName"] { return Conversion.bool(shows) }
        return true
    }

    /// A hashtable's entry as the object that is shown for it.
    static func entry(_ key: Value, _ value: Value, of table: HashtableObject) -> Value {
        // A hashtable's entry is a DictionaryEntry, which has a view; a generic dictionary's is a KeyValuePair, which has none.
        let isPlain = table.type === ObjectType.hashtable || table.type === ObjectType.orderedDictionary
        return .object(
            isPlain
                ? CustomObject([("Name", key), ("Value", value)], typeNames: ["System.Collections.DictionaryEntry"])
                : CustomObject([("Key", key), ("Value", value)], typeNames: ["System.Collections.Generic.KeyValuePair"]))
    }
}
