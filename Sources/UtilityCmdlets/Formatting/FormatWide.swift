import CmdletKit
import CmdletSupport
import Values

/// Format-Wide: one property of each object, several to a line.
struct FormatWide: Cmdlet {
    var property: Value = .nothing
    var inputObject: Value = .nothing
    var autoSize: Switch = false
    var column = 2
    var view = ""
    var force: Switch = false
    var excludeProperty: [String] = []
    var groupBy: Value = .nothing
    private var command: FormatCommand?

    static let declaration = CmdletDeclaration<FormatWide>(
        "Format-Wide", aliases: ["fw"], synopsis: "Formats objects as a wide table that displays only one property of each object.",
        parameters: [
            Parameter("Property", \.property, position: 0, help: "The property, or a hashtable with Expression and FormatString."),
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to show."),
            Parameter("AutoSize", \.autoSize, help: "As many columns as fit."),
            Parameter("Column", \.column, validate: [.range(min: 1, max: 1000)], default: "2", help: "The number of columns."),
            Parameter("ExcludeProperty", \.excludeProperty, help: "Properties that are left out, with wildcards."),
            Parameter("View", \.view, help: "The name of another view of the type."),
            Parameter("Force", \.force, help: "Accepted for scripts that give it: errors are shown whole anyhow."),
            Parameter("GroupBy", \.groupBy, help: "A property whose values begin groups of their own."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData"],
        examples: [
            Example(
                "[pscustomobject]@{ Name = 'a' }, [pscustomobject]@{ Name = 'b' } | Format-Wide Name -AutoSize",
                "Shows names side by side.",
                output: "\na b\n")
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        let properties = runtime.isBound("Property") ? [try PropertyExpression(property, keys: [.formatString])] : []
        var options = try FormatCommand.options(properties, view: view, excluding: excludeProperty)
        if runtime.isBound("GroupBy") { options.groupBy = try PropertyExpression(groupBy, keys: [.name, .label, .formatString]) }
        options.isAutoSized = autoSize.isOn
        options.wideColumns = column
        command = FormatCommand(.wide, options, try runtime.frame)
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("InputObject") { try command?.process(inputObject, runtime) }
    }
}
