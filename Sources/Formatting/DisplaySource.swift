import Values

/// What the formatter asks the session: its views, and properties that only the engine can read.
public struct DisplaySource {
    /// The current views. Called for each object, because a script may add views between two objects.
    public var views: () -> ViewTable
    /// The names of the properties to show for an object without a view; nil for those that the object itself names.
    public var displayNames: (Value) -> [String]?
    /// Reads a property, which may be a script property; nil if the object has none of that name.
    public var property: (Value, String) -> Value?
    /// The text of an object that bypasses the views (an error record); nil for all others.
    public var text: (Object) -> String?

    /// Makes a source; without arguments it knows the built-in views and no session.
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
