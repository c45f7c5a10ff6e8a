import Values

/// A view made ready for a run of objects.
final class PreparedView {
    let request: FormatRequest
    var grouping: View.Grouping? { source?.grouping }
    /// The type whose objects it shows.
    let typeName: String
    /// The view it comes from; nil for one that was made of the first object's properties.
    let source: View?
    var isDeclared: Bool { source != nil }
    private let values: [(Value) -> Value]
    private let lines: ((Value) -> [String])?
    /// The properties that it shows, of a view that was made up.
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

    /// Whether another one comes from the same view, perhaps read for another of its types.
    func isOfSameView(as other: PreparedView) -> Bool {
        source?.name == other.source?.name && source?.typeNames == other.source?.typeNames
    }

    func cells(_ value: Value) -> [Value] {
        if let lines { return lines(value).map { .string($0) } }
        return values.map { $0(value) }
    }
}

/// Finds or makes the view of an object.
final class ViewResolver {
    enum Resolution {
        case text([String])
        case view(PreparedView)
    }

    let source: DisplaySource
    private var declared: [String: PreparedView] = [:]
    /// The views that `declared` was made of.
    private var version = -1

    /// An object with at most so many properties is shown in a table, one with more in a list.
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

    /// Whether an object of the type that the table or list was begun with goes on with it.
    func applies(_ prepared: PreparedView, _ value: Value) -> Bool {
        guard prepared.typeName == value.typeName else { return false }
        if prepared.isDeclared { return Self.hasComputerName(value) == prepared.properties.contains(Self.computerName) }
        return !(source.displayNames(value) ?? value.propertyNames).isEmpty
    }

    /// All that an object shows by default, as a list.
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

    /// A view of an object's own properties.
    private func made(_ value: Value, _ shape: FormatRequest.Shape) -> PreparedView {
        let names = displayNames(value)
        let property = source.property
        return PreparedView(
            FormatRequest(shape: shape, columns: names.map { FormatRequest.Column(label: $0) }), typeName: value.typeName,
            properties: names, values: names.map { name in { (value: Value) in property(value, name) ?? .null } })
    }

    /// The properties that are shown by default, in their order.
    func displayNames(_ value: Value) -> [String] {
        if let names = source.displayNames(value) ?? value.reference?.attached?.defaultDisplay ?? value.type.defaultDisplay {
            return names
        }
        let names = value.propertyNames
        guard value.reference?.attached?["PSShowComputerName"] != nil else { return names }
        // Where a job's objects come from goes without saying.
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

    /// Invoke-Command names the container that an object came from; tables show that last.
    static func hasComputerName(_ value: Value) -> Bool {
        guard let attached = value.reference?.attached, attached[computerName] != nil else { return false }
        if case .note(let shows)? = attached["PSShowComputerName"] { return Conversion.bool(shows) }
        return true
    }

    /// A hashtable's entry as an object.
    static func entry(_ key: Value, _ value: Value, of table: HashtableObject) -> Value {
        // Hashtables have a view of PowerShell's; a generic dictionary's pairs are plain objects.
        let isPlain = table.type === ObjectType.hashtable || table.type === ObjectType.orderedDictionary
        return .object(
            isPlain
                ? CustomObject([("Name", key), ("Value", value)], typeNames: ["System.Collections.DictionaryEntry"])
                : CustomObject([("Key", key), ("Value", value)], typeNames: ["System.Collections.Generic.KeyValuePair"]))
    }
}
