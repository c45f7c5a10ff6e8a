import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Remove-Variable: removes variables.
struct RemoveVariable: Cmdlet {
    private var name: [String] = []
    private var include: [String] = []
    private var exclude: [String] = []
    private var force: Switch = false
    private var scope: String?

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Variable", aliases: ["rv"], synopsis: "Removes variables.",
        description: """
            The variables are gone from their scope, and one of the same name in a scope above can be seen again. A \
            read-only variable is an error unless -Force is given; a constant one always. Nothing is written.
            """, confirms: true,
        parameters: [
            Parameter(
                \.name, position: 0, mandatory: true, pipeline: .byPropertyName, completer: .variableNames,
                help: "The names of the variables, without $; wildcards are allowed."),
            Parameter(\.include, help: "Only variables whose names match one of these wildcards."),
            Parameter(\.exclude, help: "Leaves out variables whose names match one of these wildcards."),
            Parameter(\.force, help: "Removes read-only variables, too."),
            Parameter(
                \.scope, completer: .values(["Global", "Local", "Script"]),
                help: "The only scope to look in: Global, Local, Script, or a number (1 is the scope above)."),
        ],
        examples: [
            Example("$x = 1; Remove-Variable x; Test-Path Variable:x", "Removes a variable.", output: "False"),
            Example(
                "$z1 = 1; $z2 = 2; Remove-Variable z*; (Get-Variable z*).Count",
                "Removes the variables of a pattern.",
                output: "0"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try VariableSearch.forEach(name, NameFilter(include: include, exclude: exclude), scope, runtime) { info, holder in
            guard try runtime.shouldProcess(target: "Name: \(info.name)", action: "Remove variable") else { return }
            do { try holder.remove(info.name, force: force.isOn) } catch let error as ValueError {
                try runtime.writeError(.wrapping(error))
            }
        }
    }
}
