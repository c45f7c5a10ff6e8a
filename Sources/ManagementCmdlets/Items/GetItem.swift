import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Item: writes items by path, without looking into folders.
struct GetItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-Item", aliases: ["gi"], synopsis: "Gets the item at a path: a file, a folder, or an entry of another drive.",
        description: """
            Gets the item itself, not what is in it; Get-ChildItem lists the contents of a folder. Takes paths, or \
            objects with a path, from the pipeline and writes a System.IO.FileInfo or DirectoryInfo for each file \
            and folder, and the variable, function, alias or environment entry of other drives. A path without \
            wildcards that names nothing is an error; a pattern that fits nothing is not. On Linux a file whose name \
            begins with a dot is hidden and needs -Force.
            """,
        defaultSet: "Path",
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths, help: "Paths of items; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths,
                help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(
                \.filter,
                help: "A wildcard pattern that the name of a file must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: "Wildcard patterns: only items whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: items whose name fits one of them are left out."),
            Parameter(\.force, help: "Gets hidden items as well: files whose name begins with a dot."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo"],
        examples: [
            Example("(Get-Item /usr).PSIsContainer", "A folder.", output: "True"),
            Example("(Get-Item /etc/passwd).DirectoryName", "The folder that a file is in.", output: "/etc"),
            Example(
                "$word = 'hello'; (Get-Item Variable:word).Value",
                "A variable, by its path on the drive Variable.", output: "hello"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound(\Self.literalPath)
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
