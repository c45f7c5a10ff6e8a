import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Variable: writes variables as objects, found by `VariableSearch`.
struct GetVariable: Cmdlet {
    private var name: [String] = ["*"]
    private var valueOnly: Switch = false
    private var include: [String] = []
    private var exclude: [String] = []
    private var scope: String?

    static let declaration = CmdletDeclaration<Self>(
        "Get-Variable", aliases: ["gv"], synopsis: "Gets variables as objects.",
        description: """
            Writes a PSVariable for each variable of the name: its Name, Value, Description, Options and Attributes; \
            what is assigned to its Value changes the variable. With -ValueOnly the value alone is written. Without \
            -Scope a variable is looked for here and in all scopes above. A name without wildcards that no variable \
            has is an error.
            """,
        parameters: [
            Parameter(
                \.name, position: 0, pipeline: [.byValue, .byPropertyName], validate: [.notNull], completer: .variableNames,
                help: "The names of the variables, without $; wildcards are allowed. All variables without it."),
            Parameter(\.valueOnly, help: "Writes the values alone."),
            Parameter(\.include, help: "Only variables whose names match one of these wildcards."),
            Parameter(\.exclude, help: "Leaves out variables whose names match one of these wildcards."),
            Parameter(
                \.scope, completer: .values(["Global", "Local", "Script"]),
                help: "The only scope to look in: Global, Local, Script, or a number (0 is this scope, 1 the one above)."),
        ],
        outputs: ["System.Management.Automation.PSVariable", "System.Object"],
        examples: [
            Example(
                "$answer = 42; $name = 'answer'; Get-Variable $name -ValueOnly",
                "Reads a variable whose name stands in another one.",
                output: "42"),
            Example(
                "$port1 = 80; $port2 = 443; (Get-Variable port? | Where-Object Value -gt 100).Name",
                "Finds variables by a pattern.",
                output: "port2"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try VariableSearch.forEach(name, NameFilter(include: include, exclude: exclude), scope, runtime) { info, holder in
            try runtime.write(valueOnly.isOn ? info.value : .object(VariableObject(info, in: holder)))
        }
    }
}
