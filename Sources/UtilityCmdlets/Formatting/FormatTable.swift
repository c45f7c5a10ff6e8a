import CmdletKit
import CmdletSupport
import Values

/// Format-Table.
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
        "Format-Table", aliases: ["ft"], synopsis: "Formats objects as a table, with a row for each object.",
        description: """
            Shows the named properties, or those of the type's default view, as columns. The first objects decide how \
            wide the columns are, unless -AutoSize waits for all of them; what does not fit is cut with an ellipsis. \
            Written are layout objects for the display, Out-String or Out-File: further commands cannot read the \
            objects' properties any more.
            """,
        parameters: [
            Parameter(
                \.property, position: 0, validate: [.notNullOrEmpty],
                help: """
                    The columns: names, wildcards, script blocks, or hashtables with Expression, Label, Width, \
                    Alignment and FormatString.
                    """),
            Parameter(
                \.inputObject, pipeline: .byValue,
                help: "The objects to show; usually piped in. A collection given here is one object."),
            Parameter(
                \.autoSize, help: "Makes the columns as wide as their widest value, for which all rows are awaited."),
            Parameter(\.wrap, help: "Continues long texts on the next line instead of cutting them."),
            Parameter(\.hideTableHeaders, help: "Leaves out the names of the columns."),
            Parameter(
                \.groupBy,
                help: """
                    A property, or a hashtable with Expression and Label, whose values begin tables of their own; the \
                    input should be sorted by it.
                    """),
            Parameter(
                \.excludeProperty,
                help: "Properties to leave out, with wildcards; without -Property all the others are shown."),
            Parameter(\.view, help: "The name of another view of the type, as Get-FormatData lists them."),
            Parameter(\.force, help: "Taken for compatibility; errors are shown whole anyway."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData"],
        examples: [
            Example(
                "[pscustomobject]@{ Name = 'fig'; Grams = 50 } | Format-Table Grams, Name",
                "Shows two columns in the order asked for.",
                output: """

                    Grams Name
                    ----- ----
                       50 fig

                    """),
            Example(
                "[pscustomobject]@{ Name = 'fig'; Grams = 50 } | Format-Table Name, @{ Label = 'kg'; Expression = { $_.Grams / 1000 }; FormatString = 'F3' }",
                "Shows a computed column with a format.",
                output: """

                    Name    kg
                    ----    --
                    fig  0.050

                    """),
            Example(
                "[pscustomobject]@{ Name = 'fig'; Grams = 50 } | Format-Table -HideTableHeaders | Out-String -Stream | Where-Object { $_ }",
                "Leaves out the names of the columns.",
                output: "fig     50"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        var options = try FormatCommand.options(
            try property.propertyExpressions([.name, .label, .width, .alignment, .formatString]), view: view,
            excluding: excludeProperty)
        if runtime.isBound(\Self.groupBy) {
            options.groupBy = try PropertyExpression(groupBy, keys: [.name, .label, .formatString])
        }
        options.isAutoSized = autoSize.isOn
        options.wraps = wrap.isOn
        options.hidesHeaders = hideTableHeaders.isOn
        command = FormatCommand(.table, options, try runtime.frame)
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) { try command?.process(inputObject, runtime) }
    }
}
