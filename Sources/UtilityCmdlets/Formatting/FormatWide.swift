import CmdletKit
import CmdletSupport
import Values

/// Format-Wide.
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
        "Format-Wide", aliases: ["fw"], synopsis: "Formats one property of each object, several objects to a line.",
        description: """
            Shows the named property, or the type's default display property, in -Column columns or, with -AutoSize, \
            in as many as fit. Written are layout objects for the display, Out-String or Out-File: further commands \
            cannot read the objects' properties any more.
            """,
        parameters: [
            Parameter(
                \.property, position: 0, help: "The property to show, or a hashtable with Expression and FormatString."),
            Parameter(
                \.inputObject, pipeline: .byValue,
                help: "The objects to show; usually piped in. A collection given here is one object."),
            Parameter(\.autoSize, help: "Makes as many columns as fit into a line, for which all objects are awaited."),
            Parameter(
                \.column, validate: [.range(min: 1, max: 1000)], default: "2", help: "The number of columns, 1 to 1000."),
            Parameter(
                \.excludeProperty,
                help: "Properties to leave out, with wildcards: the first of the others is shown."),
            Parameter(\.view, help: "The name of another view of the type."),
            Parameter(\.force, help: "Taken for compatibility; errors are shown whole anyway."),
            Parameter(
                \.groupBy,
                help: "A property, or a hashtable with Expression and Label, whose values begin groups of their own."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData"],
        examples: [
            Example(
                "'fig', 'plum', 'kiwi' | ForEach-Object { [pscustomobject]@{ Name = $_ } } | Format-Wide Name -AutoSize",
                "Shows names side by side.",
                output: "\nfig  plum kiwi\n"),
            Example(
                "'fig', 'plum', 'kiwi' | ForEach-Object { [pscustomobject]@{ Name = $_ } } | Format-Wide Name -Column 2 | Out-String -Width 20",
                "Shows names in two columns of a narrow line.",
                output: """

                    fig       plum
                    kiwi


                    """),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        let properties = runtime.isBound(\Self.property) ? [try PropertyExpression(property, keys: [.formatString])] : []
        var options = try FormatCommand.options(properties, view: view, excluding: excludeProperty)
        if runtime.isBound(\Self.groupBy) {
            options.groupBy = try PropertyExpression(groupBy, keys: [.name, .label, .formatString])
        }
        options.isAutoSized = autoSize.isOn
        options.wideColumns = column
        command = FormatCommand(.wide, options, try runtime.frame)
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) { try command?.process(inputObject, runtime) }
    }
}
