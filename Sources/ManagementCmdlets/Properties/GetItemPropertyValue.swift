import CmdletKit
import CmdletSupport
import Values

/// Get-ItemPropertyValue: writes the values of properties of files and folders.
struct GetItemPropertyValue: Cmdlet {
    private var path: [String] = ["."]
    private var literalPath: [String] = []
    private var name: [String] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-ItemPropertyValue", aliases: ["gpv"], synopsis: "Gets the values of properties of files and folders.",
        description: """
            Writes the values alone, in the order of the names, where Get-ItemProperty writes an object. Takes \
            paths, or objects with a path, from the pipeline. A property that an item does not have is an error.
            """,
        defaultSet: "Path",
        parameters: [
            Parameter(
                \.path, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Path"], completer: .paths,
                help: "Paths of files and folders, the current location by default; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"],
                completer: .paths, help: "Paths in which no character is a wildcard."),
            Parameter(\.name, aliases: ["PSProperty"], position: 1, mandatory: true, help: "Names of properties."),
            Parameter(
                \.filter,
                help: "A wildcard pattern that the name of a file must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: "Wildcard patterns: only items whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: items whose name fits one of them are left out."),
        ],
        outputs: ["System.Object"],
        examples: [
            Example("Get-ItemPropertyValue /etc/passwd -Name Name", "One value.", output: "passwd"),
            Example(
                "'/usr', '/etc' | Get-ItemPropertyValue -Name PSIsContainer",
                "The same property of several items.", output: "True\nTrue"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let names = NameFilter(filter: filter, include: include, exclude: exclude)
        try ItemPropertyAccess.forEach(path, literal: literalPath, names, runtime) { item in
            for property in name {
                guard let value = Value.object(item).property(property) else {
                    throw ItemPropertyAccess.notFound(property, item.path)
                }
                try runtime.write(value)
            }
        }
    }
}
