import CmdletKit
import CmdletSupport
import Values

/// Format-List: a line for each property.
struct FormatList: Cmdlet {
    var property: [Value] = []
    var inputObject: Value = .nothing
    var groupBy: Value = .nothing
    var view = ""
    var force: Switch = false
    var excludeProperty: [String] = []
    private var command: FormatCommand?

    static let declaration = CmdletDeclaration<FormatList>(
        "Format-List", aliases: ["fl"],
        synopsis: "Formats the output as a list of properties in which each property appears on a new line.",
        parameters: [
            Parameter(
                "Property", \.property, position: 0, validate: [.notNullOrEmpty],
                help: "Names, wildcards, script blocks, or hashtables with Expression, Label and FormatString. `*` shows all."),
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to show."),
            Parameter("GroupBy", \.groupBy, help: "A property whose values begin groups of their own."),
            Parameter("ExcludeProperty", \.excludeProperty, help: "Properties that are left out, with wildcards."),
            Parameter("View", \.view, help: "The name of another view of the type."),
            Parameter("Force", \.force, help: "Accepted for scripts that give it: errors are shown whole anyhow."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData"],
        examples: [
            Example(
                "[pscustomobject]@{ Name = 'a'; Size = 10 } | Format-List", "Shows all properties of an object.",
                output: "\nName : a\nSize : 10\n")
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        var options = try FormatCommand.options(
            try property.propertyExpressions([.name, .label, .formatString]), view: view, excluding: excludeProperty)
        if runtime.isBound("GroupBy") { options.groupBy = try PropertyExpression(groupBy, keys: [.name, .label, .formatString]) }
        command = FormatCommand(.list, options, try runtime.frame)
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("InputObject") { try command?.process(inputObject, runtime) }
    }
}
