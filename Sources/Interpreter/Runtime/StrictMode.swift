import Values

/// Set-StrictMode: what code of a scope and its child scopes treats as an error (Set-StrictMode's help topic).
public enum StrictMode {
    /// The level in force: 0 off; 1 variables that were never set; 2 properties that do not exist as well; 3 indexes out of range
    /// as well.
    static func level(_ scope: Scope) -> Int {
        var scope: Scope? = scope
        while let here = scope {
            if let level = here.strictLevel { return level }
            scope = here.parent
        }
        return 0
    }

    /// Sets the level of a scope.
    /// - Parameter level: 0 turns strict mode off.
    public static func set(_ level: Int, in scope: Scope) { scope.strictLevel = level }

    static func unsetVariable(_ name: String) -> ValueError {
        ValueError("The variable '$\(name)' cannot be retrieved because it has not been set.", id: "VariableIsUndefined")
    }

    static func noProperty(_ name: String) -> ValueError {
        ValueError(
            "The property '\(name)' cannot be found on this object. Verify that the property exists.", id: "PropertyNotFoundStrict",
            exception: "System.Management.Automation.PropertyNotFoundException")
    }

    static var outOfRange: ValueError {
        ValueError(
            "Index was outside the bounds of the array.", id: "System.IndexOutOfRangeException",
            exception: "System.IndexOutOfRangeException", category: "OperationStopped")
    }
}
