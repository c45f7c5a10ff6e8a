import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Variable.
struct GetVariable: Cmdlet {
    private var name: [String] = ["*"]
    private var valueOnly: Switch = false
    private var include: [String] = []
    private var exclude: [String] = []
    private var scope: String?

    static let declaration = CmdletDeclaration<Self>(
        "Get-Variable", aliases: ["gv"], synopsis: "Gets variables.",
        parameters: [
            Parameter(
                "Name", \.name, position: 0, pipeline: [.byValue, .byPropertyName], validate: [.notNull], completer: .variableNames,
                help: "Names, with wildcards."),
            Parameter("ValueOnly", \.valueOnly, help: "The values alone."),
            Parameter("Include", \.include, help: "Only names that match one of these."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
            Parameter("Scope", \.scope, completer: .values(["Global", "Local", "Script"]), help: "The scope to look in."),
        ],
        outputs: ["System.Management.Automation.PSVariable"],
        examples: [Example("$answer = 42; Get-Variable answer -ValueOnly", "A variable's value.", output: "42")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try VariableSearch.forEach(name, NameFilter(include: include, exclude: exclude), scope, runtime) { info, holder in
            try runtime.write(valueOnly.isOn ? info.value : .object(VariableObject(info, in: holder)))
        }
    }
}
