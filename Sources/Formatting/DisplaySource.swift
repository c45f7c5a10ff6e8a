import Values

/// What formatting asks the session about objects: the views that there are, and properties that only code can read.
public struct DisplaySource {
    /// Asked for each object: a script may add views between two.
    public var views: () -> ViewTable
    /// The properties of an object that has no view; nil: those that the object itself knows of.
    public var displayNames: (Value) -> [String]?
    /// Reads a property that may be a script's; nil where there is none.
    public var property: (Value, String) -> Value?
    /// What an object of its own way of being shown says of itself; nil for those that views show.
    public var text: (Object) -> String?

    public init(
        views: @escaping () -> ViewTable = { .builtin }, displayNames: @escaping (Value) -> [String]? = { _ in nil },
        property: @escaping (Value, String) -> Value? = { $0.property($1) },
        text: @escaping (Object) -> String? = { _ in nil }
    ) {
        self.views = views
        self.displayNames = displayNames
        self.property = property
        self.text = text
    }
}
