import CmdletKit
import CmdletSupport
import Interpreter

/// Parameters of the cmdlets for variables and aliases. Each sets a property of the cmdlet's own, which is optional where what is
/// not given stays as it was.
extension Parameter {
    /// -Option of a variable or alias.
    static func option<V: ParameterValue>(_ path: any WritableKeyPath<C, V> & Sendable) -> Self {
        Parameter(
            path,
            help: """
                None, ReadOnly (changed and removed with -Force only), Constant (never), Private (seen in its own \
                scope only) or AllScope.
                """)
    }

    /// -Visibility of a variable.
    static func visibility<V: ParameterValue>(_ path: any WritableKeyPath<C, V> & Sendable) -> Self {
        Parameter(
            path,
            help: """
                Public, or Private for a variable that only the session's own code is meant to see; kept in the \
                variable's Visibility.
                """)
    }

    /// -Description of a variable.
    static func variableDescription<V: ParameterValue>(_ path: any WritableKeyPath<C, V> & Sendable) -> Self {
        Parameter(path, named: "Description", help: "A text about the variable, kept in its Description.")
    }
}

extension [Parameter<NameFilter>] {
    /// -Include and -Exclude of the cmdlets for variables.
    static var variables: [Parameter<NameFilter>] {
        [
            .include("Only variables whose names match one of these wildcards."),
            .exclude("Leaves out variables whose names match one of these wildcards."),
        ]
    }
}
