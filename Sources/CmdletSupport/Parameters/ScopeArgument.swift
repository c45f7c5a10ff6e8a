import Interpreter
import Values

/// -Scope: Global, Local, Script, Private, or how many scopes up.
package enum ScopeArgument {
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

    package static func scope(_ name: String?, _ engine: Engine) throws -> Scope {
        guard let scope = engine.scope(name ?? "") else { throw notFound(name ?? "") }
        return scope
    }
}
