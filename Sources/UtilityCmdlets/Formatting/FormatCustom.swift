import CmdletKit
import CmdletSupport
import Formatting
import Interpreter
import Values

/// Format-Custom: objects with what they hold, level below level.
struct FormatCustom: Cmdlet {
    private var property: [Value] = []
    private var inputObject: Value = .nothing
    private var depth = 5
    private var excludeProperty: [String] = []
    private var groupBy: Value = .nothing
    private var view = ""
    private var expand: String?
    private var force: Switch = false
    private var showError: Switch = false
    private var displayError: Switch = false
    private var properties: [PropertyExpression] = []

    static let declaration = CmdletDeclaration<Self>(
        "Format-Custom", aliases: ["fc"], synopsis: "Formats objects with all that they hold, level below level.",
        parameters: [
            Parameter(
                "Property", \.property, position: 0, validate: [.notNullOrEmpty],
                help: "The properties, or hashtables with Expression and Depth."),
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to show."),
            Parameter(
                "Depth", \.depth, validate: [.range(min: 1, max: 2_147_483_647)], default: "5", help: "How many levels are shown."),
            Parameter("ExcludeProperty", \.excludeProperty, help: "Properties that are left out, with wildcards."),
            Parameter("GroupBy", \.groupBy, help: "A property whose values begin groups of their own."),
            Parameter("View", \.view, help: "Accepted for scripts that give it: types have no other custom views."),
            Parameter(
                "Expand", \.expand, validate: [.set(["CoreOnly", "EnumOnly", "Both"], ignoreCase: true)],
                help: "Accepted for scripts that give it: the elements of collections are shown."),
            Parameter("Force", \.force, help: "Accepted for scripts that give it: errors are shown whole anyhow."),
            Parameter("ShowError", \.showError, help: "Accepted for scripts that give it."),
            Parameter("DisplayError", \.displayError, help: "Accepted for scripts that give it."),
        ],
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

                    """)
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        properties = try property.map { try PropertyExpression($0, keys: [.depth]) }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound("InputObject") else { return }
        if inputObject.isNull || inputObject.asObject(FormattedObject.self) != nil {
            try runtime.write(inputObject.orNull)
            return
        }
        let frame = try runtime.frame
        var writer = ObjectTree(frame, maximumDepth: depth, excluded: excludeProperty.map { Wildcard($0) })
        try writer.write(inputObject, properties, runtime)
        let label = runtime.isBound("GroupBy") ? try PropertyExpression(groupBy, keys: [.name, .label, .formatString]) : nil
        let request = FormatRequest(shape: .custom, groupLabel: label?.displayName(for: inputObject))
        try runtime.write(
            .object(
                FormattedObject(
                    request, cells: writer.lines.map { .string($0) }, group: try label?.value(of: inputObject, frame) ?? .null)
            ))
    }
}
