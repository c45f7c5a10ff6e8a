import CmdletKit
import CmdletSupport
import Values

/// Clear-ItemProperty: clears Attributes, the only property of files that can be cleared.
struct ClearItemProperty: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var name = ""
    private var passThru: Switch = false
    private var force: Switch = false
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Clear-ItemProperty", aliases: ["clp"], synopsis: "Sets the attributes of files back to none.",
        description: """
            Attributes is the only property of files and folders that can be cleared; on Linux that gives write \
            permission back to their owner. Takes paths, or objects with a path, from the pipeline. Writes nothing \
            unless -PassThru is given.
            """,
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths,
                help: "Paths of files and folders; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"],
                completer: .paths, help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(
                \.name, position: 1, mandatory: true, pipeline: .byPropertyName,
                help: "The name of the property: Attributes."),
            Parameter(\.passThru, help: "Writes an object with the attributes as they are now."),
            Parameter(\.force, help: "Accepted for scripts that give it: no property of a file needs it."),
            Parameter(
                \.filter,
                help: "A wildcard pattern that the name of a file must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: "Wildcard patterns: only items whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: items whose name fits one of them are left out."),
        ],
        outputs: ["System.Management.Automation.PSCustomObject"],
        examples: [
            Example(
                """
                (New-Item /tmp/clear-property.txt).IsReadOnly = $true
                Clear-ItemProperty /tmp/clear-property.txt Attributes
                (Get-Item /tmp/clear-property.txt).IsReadOnly
                Remove-Item /tmp/clear-property.txt
                """,
                "A file that can be written again.", output: "False"),
            Example(
                """
                New-Item /tmp/clear-property.txt | Out-Null
                (Clear-ItemProperty /tmp/clear-property.txt Attributes -PassThru).Attributes
                Remove-Item /tmp/clear-property.txt
                """,
                "What the attributes are then.", output: "Normal"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let names = NameFilter(filter: filter, include: include, exclude: exclude)
        try ItemPropertyAccess.forEach(path, literal: literalPath, names, runtime) { item in
            guard name.equalsIgnoringCase("Attributes") else {
                throw ValueError(
                    "The property cannot be cleared because the property is not supported. Only the Attributes property can be cleared.",
                    id: "Argument", exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
            }
            let action = item.isFolder ? "Clear Property Directory" : "Clear Property File"
            guard try runtime.shouldProcess(target: "Item: \(item.path) Property: \(name)", action: action) else { return }
            if item.isReadOnly { try item.setReadOnly(false) }
            if passThru.isOn { try runtime.write(.object(CustomObject([("Attributes", item.attributes.boxed)]))) }
        }
    }
}
