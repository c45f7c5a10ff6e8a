import Values

/// How objects of some types are shown by default; what a `<View>` of a format file is to PowerShell (about_Format.ps1xml).
public struct View: Sendable {
    /// The layout, with what it shows.
    public enum Shape: Sendable {
        case table([ViewColumn])
        case list([ViewColumn])
        /// One text an object, several texts a line.
        case wide(ViewColumn)
        /// Lines that the closure makes, with a blank line before and behind each group.
        case custom(@Sendable (Value) -> [String])
        /// Lines that the closure makes, without blank lines around them; they may stand between the rows of a table.
        case text(@Sendable (Value) -> [String])
    }

    /// The value by which rows are grouped; it is printed above each group.
    public struct Grouping: Sendable {
        /// The text before the value in the group's heading.
        public let label: String
        /// Computes the value of an object.
        public let value: @Sendable (Value) -> Value

        /// Groups by what a closure computes.
        public init(_ label: String, _ value: @escaping @Sendable (Value) -> Value) {
            self.label = label
            self.value = value
        }

        /// Groups by a property; its name is the label if none is given.
        public init(property: String, label: String? = nil) {
            self.init(label ?? property) { $0.property(property) ?? .null }
        }
    }

    /// The view's name, for -View of the format cmdlets.
    public let name: String
    /// The full names of the types that it shows. Objects with the prefix `Deserialized.` before a name are shown as well.
    public let typeNames: [String]
    /// The layout.
    public let shape: Shape
    /// How rows are grouped; nil if they are not.
    public let grouping: Grouping?
    /// The mark of a cut text.
    public let ellipsis: Ellipsis
    /// Cells of a table take several lines instead of being cut.
    public let wraps: Bool

    /// Makes a view for the types listed; the parameters are the properties of the same names.
    public init(
        _ name: String, for typeNames: String..., shape: Shape, grouping: Grouping? = nil, ellipsis: Ellipsis = .character,
        wraps: Bool = false
    ) {
        self.init(name, for: typeNames, shape: shape, grouping: grouping, ellipsis: ellipsis, wraps: wraps)
    }

    /// Makes a view for an array of types; the parameters are the properties of the same names.
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

/// What stands where text was cut: PowerShell 7's `…`, or the `...` of Windows PowerShell.
public enum Ellipsis: String, Sendable {
    case character = "…"
    case dots = "..."
}

/// The side of its column at which a cell's text stands.
public enum Alignment: Sendable, Hashable {
    case left, center, right
}

/// A column of a table, or a line of a list, with the value that it shows.
public struct ViewColumn: Sendable {
    /// The text of the header or label.
    public let label: String
    /// The width in terminal columns; nil to size the column by its content. A table whose first column has no width waits for
    /// rows.
    public let width: Int?
    /// The alignment; nil to decide by the first row's value.
    public let alignment: Alignment?
    /// A .NET format string for the value (`N2`); nil for none.
    public let format: String?
    /// Computes the value of an object.
    public let value: @Sendable (Value) -> Value

    /// A column that shows a property; a missing one is shown as null.
    /// - Parameter label: the header; nil for the property's name.
    public init(_ property: String, label: String? = nil, width: Int? = nil, alignment: Alignment? = nil, format: String? = nil) {
        self.init(label: label ?? property, width: width, alignment: alignment, format: format) { $0.property(property) ?? .null }
    }

    /// A column that shows what a closure computes.
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

/// Views by the names of the types that they show.
public struct ViewTable: Sendable {
    private var views: [String: [View]] = [:]
    /// Increases with each change, so that caches of look-ups can tell that they are stale.
    public private(set) var version = 0

    /// The views of the language's own types.
    public static let builtin = ViewTable(BuiltinViews.all)

    /// Makes a table with these views; of two for one type, the later one wins.
    public init(_ views: [View] = []) { add(views) }

    /// Adds views behind those that their types have (Update-FormatData -AppendPath).
    public mutating func append(_ added: [View]) {
        version += 1
        for view in added {
            for name in view.typeNames { views[name, default: []].append(view) }
        }
    }

    /// The views of all types whose names the predicate accepts, sorted by type name.
    public func views(where fits: (String) -> Bool) -> [(typeName: String, views: [View])] {
        views.filter { fits($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Adds views before those that their types have; of two views added together, the later one comes first (Update-FormatData
    /// -PrependPath).
    public mutating func add(_ added: [View]) {
        version += 1
        for view in added {
            for name in view.typeNames { views[name, default: []].insert(view, at: 0) }
        }
    }

    /// An object's default view: that of its most derived type with a view that is no list; if there is none, its list.
    /// - Parameter typeNames: the object's type names, most derived first.
    public func find(_ typeNames: [String]) -> View? {
        for name in typeNames {
            if let view = views[Self.bare(name)]?.first(where: { !$0.isList }) { return view }
        }
        return findList(typeNames)
    }

    /// An object's default list: that of its most derived type with one.
    /// - Parameter typeNames: the object's type names, most derived first.
    public func findList(_ typeNames: [String]) -> View? {
        for name in typeNames {
            if let view = views[Self.bare(name)]?.first(where: \.isList) { return view }
        }
        return nil
    }

    /// An object's view of that name; the name's case does not matter.
    /// - Parameter typeNames: the object's type names, most derived first.
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
