import SourceText
import Syntax
import Values

/// The commands that a module exports, read from its files without running them.
package enum ModuleCommands {
    /// The functions and aliases that a manifest lists or a script module defines, by the module's file.
    package static func names(of file: String, _ engine: Engine) -> AnnouncedCommands {
        guard file.lowercased().hasSuffix(".psd1") else { return AnnouncedCommands(functions: functions(of: file, engine)) }
        guard let manifest = try? ModuleManifest(file, engine) else { return AnnouncedCommands() }
        let listed = manifest.functions ?? ["*"]
        var functions = listed.filter { !Wildcard.isPattern($0) }
        if functions.count < listed.count, let root = manifest.root {
            let path = manifest.folder + "/" + root.replacing("\\", with: "/")
            let source = [path, path + ".psm1"].first { engine.fileSystem.isFile($0) }
            let all = source.map { Self.functions(of: $0, engine) } ?? []
            functions += all.filter { name in listed.contains { Wildcard.isPattern($0) && Wildcard($0).matches(name) } }
        }
        return AnnouncedCommands(functions: functions, aliases: (manifest.aliases ?? []).filter { !Wildcard.isPattern($0) })
    }

    /// The functions that a script module defines at its top level.
    private static func functions(of file: String, _ engine: Engine) -> [String] {
        guard let text = try? engine.fileSystem.readText(engine.fileSystem.display(file)) else { return [] }
        let statements = Parser.parse(SourceFile(path: file, text: text)).script.endBlock?.statements ?? []
        return statements.compactMap { if case .function(let node) = $0 { node.name } else { nil } }
    }
}
