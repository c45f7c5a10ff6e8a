import CmdletKit
import CmdletSupport
import Values

/// Get-ItemPropertyValue: writes the values of properties of files and folders.
struct GetItemPropertyValue: Cmdlet {
    private var paths = ItemPaths()
    private var name: [String] = []
    private var names = NameFilter()

    static let declaration = CmdletDeclaration<Self>(
        "Get-ItemPropertyValue", aliases: ["gpv"], synopsis: "Gets the values of properties of files and folders.",
        description: """
            Writes the values alone, in the order of the names, where Get-ItemProperty writes an object. Takes \
            paths, or objects with a path, from the pipeline. A property that an item does not have is an error.
            """,
        defaultSet: "Path",
        parameters: .of(
            .group(
                \.paths,
                .path("Paths of files and folders, the current location by default; wildcards are allowed.", mandatory: false),
                .literalPath("Paths in which no character is a wildcard.")),
            [Parameter(\.name, aliases: ["PSProperty"], position: 1, mandatory: true, help: "Names of properties.")],
            .group(\.names)),
        outputs: ["System.Object"],
        examples: [
            Example("Get-ItemPropertyValue /etc/passwd -Name Name", "One value.", output: "passwd"),
            Example(
                "'/usr', '/etc' | Get-ItemPropertyValue -Name PSIsContainer",
                "The same property of several items.", output: "True\nTrue"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try ItemPropertyAccess.forEach(paths, default: ["."], names, runtime) { item in
            for property in name {
                guard let value = Value.object(item).property(property) else {
                    throw ItemPropertyAccess.notFound(property, item.path)
                }
                try runtime.write(value)
            }
        }
    }
}
