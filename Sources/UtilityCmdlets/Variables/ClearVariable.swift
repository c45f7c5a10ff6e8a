import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Clear-Variable: sets variables to $null.
struct ClearVariable: Cmdlet {
    private var name: [String] = []
    private var include: [String] = []
    private var exclude: [String] = []
    private var force: Switch = false
    private var scope: String?
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Clear-Variable", aliases: ["clv"], synopsis: "Takes the values of variables away and keeps the variables.",
        description: """
            The variables then hold $null; their types, options and descriptions stay. A variable of a scope above is \
            hidden by an empty one of this scope, as by an assignment. A read-only variable is an error unless -Force \
            is given. Nothing is written unless -PassThru is given.
            """, confirms: true,
        parameters: [
            Parameter(
                \.name, position: 0, mandatory: true, pipeline: .byPropertyName, completer: .variableNames,
                help: "The names of the variables, without $; wildcards are allowed."),
            Parameter(\.include, help: "Only variables whose names match one of these wildcards."),
            Parameter(\.exclude, help: "Leaves out variables whose names match one of these wildcards."),
            Parameter(\.force, help: "Clears read-only variables, too."),
            Parameter(\.passThru, help: "Writes the variables."),
            Parameter(
                \.scope, completer: .values(["Global", "Local", "Script"]),
                help: "The only scope to look in: Global, Local, Script, or a number (1 is the scope above)."),
        ],
        outputs: ["System.Management.Automation.PSVariable"],
        examples: [
            Example(
                "$x = 1; Clear-Variable x; $null -eq $x; Test-Path Variable:x",
                "Empties a variable, which stays.",
                output: "True\nTrue"),
            Example(
                "$z1 = 1; $z2 = 2; Clear-Variable z? -Exclude z2; \"[$z1] [$z2]\"",
                "Empties the variables of a pattern.",
                output: "[] [2]"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try VariableSearch.forEach(name, NameFilter(include: include, exclude: exclude), scope, runtime) { info, holder in
            guard try runtime.shouldProcess(target: "Name: \(info.name)", action: "Clear variable") else { return }
            // A variable of a scope above is not changed: like an assignment, this makes one in the current scope.
            var cleared = info
            cleared.value = .null
            do { try holder.define(cleared, force: force.isOn) } catch let error as ValueError {
                return try runtime.writeError(.wrapping(error))
            }
            if passThru.isOn { try runtime.write(.object(VariableObject(cleared, in: holder))) }
        }
    }
}
