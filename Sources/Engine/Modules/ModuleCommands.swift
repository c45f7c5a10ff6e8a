import SourceText
import Syntax
import Values

/// The commands that a module would bring, read from its files without running them.
enum ModuleCommands {
    static func names(of file: String, _ engine: Engine) -> [String] {
        guard file.lowercased().hasSuffix(".psd1") else { return functions(of: file, engine) }
        guard let manifest = try? ModuleManifest(file, engine) else { return [] }
        let listed = (manifest.functions ?? ["*"]) + (manifest.aliases ?? [])
        guard listed.contains(where: { Wildcard.isPattern($0) }), let root = manifest.root else {
            return listed.filter { !Wildcard.isPattern($0) }
        }
        let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
        let all = functions(of: folder + "/" + root.replacing("\\", with: "/"), engine)
        return listed.filter { !Wildcard.isPattern($0) } + all.filter { name in listed.contains { Wildcard($0).matches(name) } }
    }

    /// The functions that a script defines at its top.
    private static func functions(of file: String, _ engine: Engine) -> [String] {
        guard let text = try? engine.fileSystem.readText(engine.fileSystem.display(file)) else { return [] }
        let statements = Parser.parse(SourceFile(path: file, text: text)).script.endBlock?.statements ?? []
        return statements.compactMap { if case .function(let node) = $0 { node.name } else { nil } }
    }
}
