import CmdletKit
import CmdletSupport
import Values

/// Get-ItemPropertyValue.
struct GetItemPropertyValue: Cmdlet {
    private var path: [String] = ["."]
    private var literalPath: [String] = []
    private var name: [String] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-ItemPropertyValue", aliases: ["gpv"], synopsis: "Gets the values of properties of files and folders.",
        defaultSet: "Path",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Path"], completer: .paths,
                help: "Paths, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"],
                completer: .paths, help: "Paths, taken literally."),
            Parameter("Name", \.name, aliases: ["PSProperty"], position: 1, mandatory: true, help: "The properties."),
            Parameter("Filter", \.filter, help: "A pattern for names."),
            Parameter("Include", \.include, help: "Only names that match one of these."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
        ],
        examples: [Example("Get-ItemPropertyValue /usr -Name Name", "A folder's name.", output: "usr")])

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
