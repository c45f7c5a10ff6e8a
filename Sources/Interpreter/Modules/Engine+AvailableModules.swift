import CmdletKit
import Values

extension Engine {
    /// The modules of the built-in cmdlets.
    var allBuiltinModules: [ModuleInfo] {
        var names: [String: [String]] = [:]
        for cmdlet in commands.allCmdlets { names[cmdlet.module, default: []].append(cmdlet.name) }
        return names.keys.sorted().map { name in
            let module = ModuleInfo(name: name, session: nil)
            module.version = "7.0.0.0"
            module.moduleType = "Manifest"
            module.exportedCmdlets = names[name] ?? []
            return module
        }
    }

    /// The modules of the built-in cmdlets that Remove-Module has not removed.
    public var builtinModules: [ModuleInfo] { allBuiltinModules.filter { !removedBuiltins.contains(FoldedName($0.name)) } }

    func builtinModule(_ name: String) -> ModuleInfo? { allBuiltinModules.first { $0.name.equalsIgnoringCase(name) } }

    /// The modules in the module path, described from their files (Get-Module -ListAvailable).
    /// - Parameters:
    ///   - pattern: a wildcard pattern of the name.
    ///   - all: every manifest and script module, not only those that Import-Module would find by name (-All).
    public func availableModules(named pattern: String, all: Bool) -> [ModuleInfo] {
        let wildcard = Wildcard(pattern)
        let files =
            all
            ? modulePath.folders.flatMap { ModulePath.everyFile(below: $0) }
            : modulePath.all().filter { wildcard.matches($0.name) }.map(\.file)
        return files.map { describeModule($0) }.filter { wildcard.matches($0.name) }
    }

    /// The modules of a file or a module's folder.
    /// - Parameters:
    ///   - host: the host path.
    ///   - all: whether folders below it are searched for modules of its name.
    public func availableModules(at host: String, all: Bool) -> [ModuleInfo] {
        guard fileSystem.isDirectory(host) else { return fileSystem.isFile(host) ? [describeModule(host)] : [] }
        let parts = host.split(separator: "/").map(String.init)
        let leaf = parts.last ?? ""
        guard all else {
            let name = Version(leaf) == nil ? leaf : parts.dropLast().last ?? leaf
            return ModulePath.files(of: name, in: host).map { describeModule($0) }
        }
        var found: [String: ModuleInfo] = [:]
        // A manifest comes before the script module beside it.
        for module in ModulePath.everyFile(below: host).map({ describeModule($0) })
        where module.name.equalsIgnoringCase(leaf) && found[module.base] == nil { found[module.base] = module }
        return found.values.sorted { $0.path < $1.path }
    }

    /// Describes a module from its file without running it.
    private func describeModule(_ file: String) -> ModuleInfo {
        let leaf = file.split(separator: "/").last.map(String.init) ?? file
        let module = ModuleInfo(name: leaf.lastIndex(of: ".").map { String(leaf[..<$0]) } ?? leaf, path: file, session: nil)
        module.announced = ModuleCommands.names(of: file, self)
        if let manifest = file.lowercased().hasSuffix(".psd1") ? try? ModuleManifest(file, self) : nil {
            module.describe(by: manifest)
            module.exportedCmdlets = manifest.cmdlets?.filter { !Wildcard.isPattern($0) } ?? []
        }
        return module
    }
}
