import Values

/// How objects of some types are shown where nobody asked for another format.
public struct View: Sendable {
    public enum Shape: Sendable {
        case table([ViewColumn])
        case list([ViewColumn])
        /// One text per object, several to a line.
        case wide(ViewColumn)
        /// Lines of the view's own making, with a blank line before and after the group.
        case custom(@Sendable (Value) -> [String])
        /// Lines as they are, without blank lines around them, also between the rows of a table.
        case text(@Sendable (Value) -> [String])
    }

    /// What a group of rows has in common, printed above it.
    public struct Grouping: Sendable {
        public let label: String
        public let value: @Sendable (Value) -> Value

        public init(_ label: String, _ value: @escaping @Sendable (Value) -> Value) {
            self.label = label
            self.value = value
        }

        public init(property: String, label: String? = nil) {
            self.init(label ?? property) { $0.property(property) ?? .null }
        }
    }

    /// For Format-Table -View.
    public let name: String
    /// Full type names, without the prefix `Deserialized.`, which a view shows as well.
    public let typeNames: [String]
    public let shape: Shape
    public let grouping: Grouping?
    /// What stands where text was cut.
    public let ellipsis: Ellipsis
    /// Cells of a table take several lines instead of being cut.
    public let wraps: Bool

    public init(
        _ name: String, for typeNames: String..., shape: Shape, grouping: Grouping? = nil, ellipsis: Ellipsis = .character,
        wraps: Bool = false
    ) {
        self.init(name, for: typeNames, shape: shape, grouping: grouping, ellipsis: ellipsis, wraps: wraps)
    }

    public init(
        _ name: String, for typeNames: [String], shape: Shape, grouping: Grouping? = nil, ellipsis: Ellipsis = .character,
        wraps: Bool = false
    ) {
        self.name = name
        self.typeNames = typeNames
        self.shape = shape
        self.grouping = grouping
        self.ellipsis = ellipsis
        self.wraps = wraps
    }
}

extension View {
    var isList: Bool { if case .list = shape { true } else { false } }
}

/// The mark of a cut: PowerShell 7's one character, or the three dots of Windows PowerShell.
public enum Ellipsis: String, Sendable {
    case character = "…"
    case dots = "..."
}

public enum Alignment: Sendable, Hashable {
    case left, center, right
}

/// A column of a table, or a line of a list.
public struct ViewColumn: Sendable {
    public let label: String
    /// Columns of the terminal; nil sizes the column by its content. A table whose first column has none waits for rows.
    public let width: Int?
    /// Nil: by the first row's value.
    public let alignment: Alignment?
    /// A .NET format string for the value (`N2`).
    public let format: String?
    public let value: @Sendable (Value) -> Value

    /// A column that shows a property.
    public init(_ property: String, label: String? = nil, width: Int? = nil, alignment: Alignment? = nil, format: String? = nil) {
        self.init(label: label ?? property, width: width, alignment: alignment, format: format) { $0.property(property) ?? .null }
    }

    /// A column that shows what the closure makes of the object.
    public init(
        label: String, width: Int? = nil, alignment: Alignment? = nil, format: String? = nil,
        value: @escaping @Sendable (Value) -> Value
    ) {
        self.label = label
        self.width = width
        self.alignment = alignment
        self.format = format
        self.value = value
    }
}

/// Views by the types they show.
public struct ViewTable: Sendable {
    private var views: [String: [View]] = [:]
    /// Raised with every change.
    public private(set) var version = 0

    /// The views of the language's own types.
    public static let builtin = ViewTable(BuiltinViews.all)

    public init(_ views: [View] = []) { add(views) }

    /// Adds views behind those of their types.
    public mutating func append(_ added: [View]) {
        version += 1
        for view in added {
            for name in view.typeNames { views[name, default: []].append(view) }
        }
    }

    /// All views of types whose names fit.
    public func views(where fits: (String) -> Bool) -> [(typeName: String, views: [View])] {
        views.filter { fits($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Adds views; a later one of a type comes before an earlier one.
    public mutating func add(_ added: [View]) {
        version += 1
        for view in added {
            for name in view.typeNames { views[name, default: []].insert(view, at: 0) }
        }
    }

    /// The default view of an object, by its most derived type that has one: a table before a list, as PowerShell looks for them.
    public func find(_ typeNames: [String]) -> View? {
        for name in typeNames {
            if let view = views[Self.bare(name)]?.first(where: { !$0.isList }) { return view }
        }
        return findList(typeNames)
    }

    /// The default list of an object.
    public func findList(_ typeNames: [String]) -> View? {
        for name in typeNames {
            if let view = views[Self.bare(name)]?.first(where: \.isList) { return view }
        }
        return nil
    }

    /// The view of a name for an object.
    public func find(_ typeNames: [String], named viewName: String) -> View? {
        for name in typeNames {
            if let view = views[Self.bare(name)]?.first(where: { $0.name.equalsIgnoringCase(viewName) }) { return view }
        }
        return nil
    }

    private static func bare(_ name: String) -> String {
        name.hasPrefix("Deserialized.") ? String(name.dropFirst("Deserialized.".count)) : name
    }
}
