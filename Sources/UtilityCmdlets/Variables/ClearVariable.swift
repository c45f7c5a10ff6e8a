import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Clear-Variable.
struct ClearVariable: Cmdlet {
    private var name: [String] = []
    private var include: [String] = []
    private var exclude: [String] = []
    private var force: Switch = false
    private var scope: String?
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Clear-Variable", aliases: ["clv"], synopsis: "Takes the values of variables away and keeps the variables.", confirms: true,
        parameters: [
            Parameter(
                "Name", \.name, position: 0, mandatory: true, pipeline: .byPropertyName, completer: .variableNames,
                help: "Names, with wildcards."),
            Parameter("Include", \.include, help: "Only names that match one of these."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
            Parameter("Force", \.force, help: "Read-only ones too."),
            Parameter("PassThru", \.passThru, help: "Writes the variables."),
            Parameter("Scope", \.scope, completer: .values(["Global", "Local", "Script"]), help: "The scope to look in."),
        ],
        examples: [Example("$x = 1; Clear-Variable x; $null -eq $x", "A variable without a value.", output: "True")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try VariableSearch.forEach(name, NameFilter(include: include, exclude: exclude), scope, runtime) { info, holder in
            guard try runtime.shouldProcess(target: "Name: \(info.name)", action: "Clear variable") else { return }
            // A variable of a scope above is hidden by one of this scope, as an assignment would do it.
            var cleared = info
            cleared.value = .null
            do { try holder.define(cleared, force: force.isOn) } catch let error as ValueError {
                return try runtime.writeError(.wrapping(error))
            }
            if passThru.isOn { try runtime.write(.object(VariableObject(cleared, in: holder))) }
        }
    }
}
