import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Remove-Variable.
struct RemoveVariable: Cmdlet {
    private var name: [String] = []
    private var include: [String] = []
    private var exclude: [String] = []
    private var force: Switch = false
    private var scope: String?

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Variable", aliases: ["rv"], synopsis: "Removes variables.", confirms: true,
        parameters: [
            Parameter(
                "Name", \.name, position: 0, mandatory: true, pipeline: .byPropertyName, completer: .variableNames,
                help: "Names, with wildcards."),
            Parameter("Include", \.include, help: "Only names that match one of these."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
            Parameter("Force", \.force, help: "Read-only ones too."),
            Parameter("Scope", \.scope, completer: .values(["Global", "Local", "Script"]), help: "The scope to look in."),
        ],
        examples: [Example("$x = 1; Remove-Variable x; $null -eq $x", "Gone.", output: "True")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try VariableSearch.forEach(name, NameFilter(include: include, exclude: exclude), scope, runtime) { info, holder in
            guard try runtime.shouldProcess(target: "Name: \(info.name)", action: "Remove variable") else { return }
            do { try holder.remove(info.name, force: force.isOn) } catch let error as ValueError {
                try runtime.writeError(.wrapping(error))
            }
        }
    }
}
