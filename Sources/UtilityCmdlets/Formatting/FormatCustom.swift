import CmdletKit
import CmdletSupport
import Formatting
import Interpreter
import Values

/// Format-Custom: shows objects as nested blocks of their properties.
struct FormatCustom: Cmdlet {
    private var property: [Value] = []
    private var selection = FormatSelection()
    private var depth = 5
    private var expand: String?
    private var showError: Switch = false
    private var displayError: Switch = false
    private var properties: [PropertyExpression] = []

    static let declaration = CmdletDeclaration<Self>(
        "Format-Custom", aliases: ["fc"], synopsis: "Formats objects with all that they hold, level below level.",
        description: """
            Shows each object as a block of its properties, with the blocks of the objects that these hold inside it, \
            down to -Depth levels; deeper ones are shown as text. It is for looking into nested objects.
            """,
        parameters: .of(
            [
                Parameter(
                    \.property, position: 0, validate: [.notNullOrEmpty],
                    help: "The properties to show: names, wildcards, or hashtables with Expression and Depth.")
            ],
            .group(\.selection, .inputObject),
            [
                Parameter(
                    \.depth, validate: [.range(min: 1, max: 2_147_483_647)], default: "5",
                    help: "How many levels of objects within objects are shown as blocks.")
            ],
            .group(
                \.selection, .excludeProperty("Properties to leave out, with wildcards."), .groupBy(),
                .view("The name of a custom view of the type. No type has one: any name is refused.")),
            [
                Parameter(
                    \.expand, validate: [.set(["CoreOnly", "EnumOnly", "Both"], ignoreCase: true)],
                    help: "Taken for compatibility: CoreOnly, EnumOnly or Both; the elements of collections are shown in any case.")
            ],
            .group(\.selection, .force),
            [
                Parameter(\.showError, help: "Taken for compatibility; has no effect."),
                Parameter(\.displayError, help: "Taken for compatibility; has no effect."),
            ]),
        outputs: ["Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData"],
        examples: [
            Example(
                "[pscustomobject]@{ Name = 'a'; Inner = [pscustomobject]@{ Size = 1 } } | Format-Custom",
                "Shows an object and the one that it holds.",
                output: """

                    class PSCustomObject
                    {
                      Name = a
                      Inner = 
                        class PSCustomObject
                        {
                          Size = 1
                        }
                    }

                    """),
            Example(
                "[pscustomobject]@{ Name = 'a'; Inner = [pscustomobject]@{ Deep = [pscustomobject]@{ X = 1 } } } | Format-Custom -Depth 1",
                "Shows the object alone, and what it holds as text.",
                output: """

                    class PSCustomObject
                    {
                      Name = a
                      Inner = 
                        class PSCustomObject
                        {
                          Deep = @{X=1}
                        }
                    }

                    """),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        guard selection.view.isEmpty else { throw FormatCommand.viewNotFound(selection.view) }
        properties = try property.map { try PropertyExpression($0, keys: [.depth]) }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound(\Self.selection.inputObject) else { return }
        let inputObject = selection.inputObject
        if inputObject.isNull || inputObject.asObject(FormattedObject.self) != nil {
            try runtime.write(inputObject.orNull)
            return
        }
        let frame = try runtime.frame
        var writer = ObjectTree(frame, maximumDepth: depth, excluded: selection.excludeProperty.map { Wildcard($0) })
        try writer.write(inputObject, properties, runtime)
        let label = try selection.grouping(\Self.selection, runtime)
        let request = FormatRequest(shape: .custom, groupLabel: label?.displayName(for: inputObject))
        try runtime.write(
            .object(
                FormattedObject(
                    request, cells: writer.lines.map { .string($0) }, group: try label?.value(of: inputObject, frame) ?? .null)
            ))
    }
}
