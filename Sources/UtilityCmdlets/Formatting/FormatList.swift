import CmdletKit
import CmdletSupport
import Values

/// Format-List.
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
        synopsis: "Formats objects as lists, with a line for each property.",
        description: """
            Shows the named properties, or those of the type's default view, with their names before them; -Property * \
            shows all that an object has. Written are layout objects for the display, Out-String or Out-File: further \
            commands cannot read the objects' properties any more.
            """,
        parameters: [
            Parameter(
                \.property, position: 0, validate: [.notNullOrEmpty],
                help: """
                    The properties: names, wildcards, script blocks, or hashtables with Expression, Label and \
                    FormatString; * shows all.
                    """),
            Parameter(
                \.inputObject, pipeline: .byValue,
                help: "The objects to show; usually piped in. A collection given here is one object."),
            Parameter(
                \.groupBy,
                help: "A property, or a hashtable with Expression and Label, whose values begin groups of their own."),
            Parameter(
                \.excludeProperty,
                help: "Properties to leave out, with wildcards; without -Property all the others are shown."),
            Parameter(\.view, help: "The name of another view of the type, as Get-FormatData lists them."),
            Parameter(\.force, help: "Taken for compatibility; errors are shown whole anyway."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData"],
        examples: [
            Example(
                "[pscustomobject]@{ Name = 'fig'; Grams = 50 } | Format-List",
                "Shows the properties of an object.",
                output: """

                    Name  : fig
                    Grams : 50

                    """),
            Example(
                "[pscustomobject]@{ Name = 'fig'; Grams = 50 } | Format-List Name, @{ Label = 'kg'; Expression = { $_.Grams / 1000 } }",
                "Shows some of them under names of one's own.",
                output: """

                    Name : fig
                    kg   : 0.05

                    """),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        var options = try FormatCommand.options(
            try property.propertyExpressions([.name, .label, .formatString]), view: view, excluding: excludeProperty)
        if runtime.isBound(\Self.groupBy) {
            options.groupBy = try PropertyExpression(groupBy, keys: [.name, .label, .formatString])
        }
        command = FormatCommand(.list, options, try runtime.frame)
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) { try command?.process(inputObject, runtime) }
    }
}
