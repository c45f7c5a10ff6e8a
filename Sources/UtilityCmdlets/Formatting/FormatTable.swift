import CmdletKit
import CmdletSupport
import Values

/// Format-Table: a row for each object.
struct FormatTable: Cmdlet {
    var property: [Value] = []
    var inputObject: Value = .nothing
    var autoSize: Switch = false
    var wrap: Switch = false
    var hideTableHeaders: Switch = false
    var groupBy: Value = .nothing
    var view = ""
    var force: Switch = false
    var excludeProperty: [String] = []
    private var command: FormatCommand?

    static let declaration = CmdletDeclaration<FormatTable>(
        "Format-Table", aliases: ["ft"], synopsis: "Formats the output as a table.",
        description: "Shows the named properties, or those of the type's default view, as columns.",
        parameters: [
            Parameter(
                "Property", \.property, position: 0, validate: [.notNullOrEmpty],
                help: "Names, wildcards, script blocks, or hashtables with Expression, Label, Width, Alignment and FormatString."),
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to show."),
            Parameter("AutoSize", \.autoSize, help: "Sizes the columns by all rows, which are awaited."),
            Parameter("Wrap", \.wrap, help: "Continues long texts on the next line instead of cutting them."),
            Parameter("HideTableHeaders", \.hideTableHeaders, help: "Leaves out the names of the columns."),
            Parameter(
                "GroupBy", \.groupBy, help: "A property whose values begin tables of their own; the input should be sorted by it."),
            Parameter("ExcludeProperty", \.excludeProperty, help: "Properties that are left out, with wildcards."),
            Parameter("View", \.view, help: "The name of another view of the type."),
            Parameter("Force", \.force, help: "Accepted for scripts that give it: errors are shown whole anyhow."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData"],
        examples: [
            Example(
                "[pscustomobject]@{ Name = 'a'; Size = 10 } | Format-Table Size, Name", "Shows two columns in the order asked for.",
                output: "\nSize Name\n---- ----\n  10 a\n")
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        var options = try FormatCommand.options(
            try property.propertyExpressions([.name, .label, .width, .alignment, .formatString]), view: view,
            excluding: excludeProperty)
        if runtime.isBound("GroupBy") { options.groupBy = try PropertyExpression(groupBy, keys: [.name, .label, .formatString]) }
        options.isAutoSized = autoSize.isOn
        options.wraps = wrap.isOn
        options.hidesHeaders = hideTableHeaders.isOn
        command = FormatCommand(.table, options, try runtime.frame)
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("InputObject") { try command?.process(inputObject, runtime) }
    }
}
