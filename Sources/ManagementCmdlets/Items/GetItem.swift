import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Item: writes items by path, without looking into folders.
struct GetItem: Cmdlet {
    private var paths = ItemPaths()
    private var names = NameFilter()
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
        parameters: .of(
            .group(\.paths),
            .group(\.names),
            [Parameter(\.force, help: "Gets hidden items as well: files whose name begins with a dot.")]),
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
        let resolver = PathResolver(engine: engine, filter: names, showsHidden: force.isOn)
        try paths.forEachItem(resolver, runtime) { item in
            if case .entry(let provider, "") = item {
                for entry in ItemObject.all(provider, engine) { try runtime.write(ItemObject.make(entry, engine)) }
                return
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
