import CmdletKit
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

extension Parameter {
    /// -Scope of a cmdlet for variables, aliases or drives.
    /// - Parameters:
    ///   - purpose: the first words of the help text, such as `The only scope to look in`.
    ///   - list: the scopes that the help text names after these words.
    ///   - numbers: what the help text says of scope numbers.
    package static func scope(
        _ path: any WritableKeyPath<C, String?> & Sendable, _ purpose: String, list: String = "Global, Local, Script, or",
        numbers: String = "a number (1 is the scope above)", pipeline: PipelineBinding = []
    ) -> Self {
        Parameter(
            path, pipeline: pipeline, completer: .values(["Global", "Local", "Script"]), help: "\(purpose): \(list) \(numbers).")
    }

    /// -Scope of a cmdlet that makes or sets something.
    /// - Parameter purpose: the first words of the help text, such as `The scope to set it in`.
    package static func targetScope(_ path: any WritableKeyPath<C, String?> & Sendable, _ purpose: String) -> Self {
        .scope(path, purpose, list: "Local (the default), Global, Script, or")
    }
}
