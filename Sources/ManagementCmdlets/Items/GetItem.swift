import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Item.
struct GetItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-Item", aliases: ["gi"], synopsis: "Gets files and folders themselves, and entries of other drives.",
        defaultSet: "Path",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths, help: "Paths, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "Paths, taken literally."),
            Parameter("Filter", \.filter, help: "A pattern for names."),
            Parameter("Include", \.include, help: "Only names that match one of these."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
            Parameter("Force", \.force, help: "Hidden ones as well."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo"],
        examples: [Example("(Get-Item /usr).PSIsContainer", "A folder.", output: "True")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound("LiteralPath")
        let resolver = PathResolver(
            engine: engine, filter: NameFilter(filter: filter, include: include, exclude: exclude), showsHidden: force.isOn)
        try runtime.forEach(literal ? literalPath : path) { path in
            for item in try resolver.resolve(path, literal: literal) {
                if case .entry(let provider, "") = item {
                    for entry in ItemObject.all(provider, engine) { try runtime.write(ItemObject.make(entry, engine)) }
                    continue
                }
                if case .file(let file) = item, file.isHidden, !file.isFolder, !force.isOn {
                    throw ValueError(
                        "Could not find item \(file.path).", id: "ItemNotFound", exception: "System.IO.IOException",
                        category: "ObjectNotFound")
                }
                try runtime.write(ItemObject.make(item, engine))
            }
        }
    }
}
