import CmdletKit
import Values

extension Engine {
    /// The modules that the shell's own cmdlets come from.
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

    /// Those of them that Remove-Module did not take out.
    public var builtinModules: [ModuleInfo] { allBuiltinModules.filter { !removedBuiltins.contains(FoldedName($0.name)) } }

    func builtinModule(_ name: String) -> ModuleInfo? { allBuiltinModules.first { $0.name.equalsIgnoringCase(name) } }

    /// Modules in the module path, from their files (Get-Module -ListAvailable).
    /// - Parameter all: every file that could be a module, not only those by which modules are found.
    public func availableModules(named pattern: String, all: Bool) -> [ModuleInfo] {
        let wildcard = Wildcard(pattern)
        let files =
            all
            ? modulePath.folders.flatMap { ModulePath.everyFile(below: $0) }
            : modulePath.all().filter { wildcard.matches($0.name) }.map(\.file)
        return files.map { describeModule($0) }.filter { wildcard.matches($0.name) }
    }

    /// The modules of a file or a module's folder, by its path on this machine.
    /// - Parameter all: also those in folders below it that have its name.
    public func availableModules(at host: String, all: Bool) -> [ModuleInfo] {
        guard fileSystem.isDirectory(host) else { return fileSystem.isFile(host) ? [describeModule(host)] : [] }
        let parts = host.split(separator: "/").map(String.init)
        let leaf = parts.last ?? ""
        guard all else {
            let name = Version(leaf) == nil ? leaf : parts.dropLast().last ?? leaf
            return ModulePath.files(of: name, in: host).map { describeModule($0) }
        }
        var found: [String: ModuleInfo] = [:]
        // Manifests come before the script modules beside them.
        for module in ModulePath.everyFile(below: host).map({ describeModule($0) })
        where module.name.equalsIgnoringCase(leaf) && found[module.base] == nil { found[module.base] = module }
        return found.values.sorted { $0.path < $1.path }
    }

    /// What the file of a module tells without running it.
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
