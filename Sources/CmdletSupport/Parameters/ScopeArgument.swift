import Interpreter
import Values

/// Resolves -Scope: Global, Local, Script, Private, or the number of scopes to go up (about_Scopes).
package enum ScopeArgument {
    /// The error for a scope that does not exist.
    package static func notFound(_ scope: String) -> ValueError {
        if let number = Int(scope) {
            return ValueError(
                "The scope number '\(number)' exceeds the number of active scopes.", id: "ArgumentOutOfRange",
                exception: "System.Management.Automation.PSArgumentOutOfRangeException", category: "InvalidArgument")
        }
        return ValueError(
            "The scope '\(scope)' cannot be found. Give Global, Local, Script or a number.", id: "Argument",
            exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
    }

    /// The scope that a name or number stands for; the current one for nil.
    /// - Throws: `ValueError` if there is no such scope.
    package static func scope(_ name: String?, _ engine: Engine) throws -> Scope {
        guard let scope = engine.scope(name ?? "") else { throw notFound(name ?? "") }
        return scope
    }
}
