import CmdletKit
import CmdletSupport
import Values

/// Format-List.
struct FormatList: Cmdlet {
    var property: [Value] = []
    var selection = FormatSelection()
    private var command: FormatCommand?

    static let declaration = CmdletDeclaration<FormatList>(
        "Format-List", aliases: ["fl"],
        synopsis: "Formats objects as lists, with a line for each property.",
        description: """
            Shows the named properties, or those of the type's default view, with their names before them; -Property * \
            shows all that an object has. Written are layout objects for the display, Out-String or Out-File: further \
            commands cannot read the objects' properties any more.
            """,
        parameters: .of(
            [
                Parameter(
                    \.property, position: 0, validate: [.notNullOrEmpty],
                    help: """
                        The properties: names, wildcards, script blocks, or hashtables with Expression, Label and \
                        FormatString; * shows all.
                        """)
            ],
            .group(
                \.selection, .inputObject, .groupBy(), .excludeProperty(),
                .view("The name of another view of the type, as Get-FormatData lists them."), .force)),
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
        let options = try selection.options(
            \Self.selection, try property.propertyExpressions([.name, .label, .formatString]), runtime)
        command = FormatCommand(.list, options, try runtime.frame)
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.selection.inputObject) { try command?.process(selection.inputObject, runtime) }
    }
}
