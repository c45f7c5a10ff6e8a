import CmdletKit
import Values

extension Engine {
    /// The module that a manifest describes, without loading it, and the errors in the manifest (Test-ModuleManifest).
    /// - Throws: `ValueError` where the file does not exist or is no manifest with a version.
    public func testManifest(_ path: String) throws -> (module: ModuleInfo, problems: [ValueError]) {
        let host = fileSystem.hostPath(path)
        guard fileSystem.isFile(host) else {
            throw ValueError(
                "The specified module manifest '\(path)' could not be found.", id: "Modules_ModuleNotFound",
                exception: "System.IO.FileNotFoundException", category: "ResourceUnavailable")
        }
        guard host.lowercased().hasSuffix(".psd1") else {
            throw ValueError(
                "The file '\(path)' is not valid. A module manifest has the extension 'psd1'.",
                id: "Modules_InvalidModuleManifestPath",
                exception: "System.InvalidOperationException", category: "InvalidArgument")
        }
        let manifest = try ModuleManifest(host, self)
        guard let version = manifest.table["ModuleVersion"], Version(version.displayText) != nil else {
            throw Self.invalid(
                "The module manifest '\(path)' has no member 'ModuleVersion' that is a version.", "Modules_InvalidManifest")
        }
        let module = ModuleInfo(name: manifest.name, path: host, session: nil)
        module.describe(by: manifest)
        module.announced = ModuleCommands.names(of: host, self)
        module.exportedCmdlets = manifest.cmdlets?.filter { !Wildcard.isPattern($0) } ?? []
        module.nestedModules = try manifest.nestedModules().map { Self.outline(of: $0) }
        module.requiredModules = try manifest.requiredModules().map { Self.outline(of: $0) }
        return (module, try problems(manifest))
    }

    private static func outline(of specification: ModuleSpecification) -> ModuleInfo {
        let leaf = specification.name.replacing("\\", with: "/").split(separator: "/").last.map(String.init) ?? specification.name
        let isFile = [".psm1", ".psd1", ".ps1", ".dll"].contains { leaf.lowercased().hasSuffix($0) }
        let module = ModuleInfo(name: isFile ? leaf.lastIndex(of: ".").map { String(leaf[..<$0]) } ?? leaf : leaf, session: nil)
        module.version = specification.required ?? specification.minimum ?? module.version
        module.guid = specification.guid ?? module.guid
        return module
    }

    /// The files and modules that a manifest names and that do not exist.
    private func problems(_ manifest: ModuleManifest) throws -> [ValueError] {
        var problems: [ValueError] = []
        let name = { (key: String) in "The member '\(key)' of the module manifest '\(manifest.path)'" }
        func isThere(_ file: String) -> Bool {
            let slashed = file.replacing("\\", with: "/")
            let host = FileSystemView.normalize(slashed.hasPrefix("/") ? slashed : manifest.folder + "/" + slashed)
            return ["", ".psd1", ".psm1", ".ps1", ".dll"].contains { fileSystem.exists(host + $0) }
        }
        func look(_ key: String, _ id: String, isModule: Bool = false) {
            for entry in manifest.table[key]?.enumeratedOrSelf ?? [] where !entry.displayText.isEmpty {
                guard let wanted = try? ModuleSpecification.fromArgument(entry) else { continue }
                if isThere(wanted.name) { continue }
                if isModule, loadedModule(wanted) != nil || builtinModule(wanted.name) != nil { continue }
                if isModule, !modulePath.find(wanted.name).isEmpty { continue }
                problems.append(Self.invalid("\(name(key)) names '\(wanted.name)', which cannot be found.", id))
            }
        }
        look("RequiredAssemblies", "Modules_InvalidRequiredAssembliesInModuleManifest")
        look("NestedModules", "Modules_InvalidNestedModuleinModuleManifest", isModule: true)
        look("RequiredModules", "Modules_InvalidRequiredModulesinModuleManifest", isModule: true)
        look("FileList", "Modules_InvalidFilePathinModuleManifest")
        look("ModuleList", "Modules_InvalidModuleListinModuleManifest", isModule: true)
        for key in ["TypesToProcess", "FormatsToProcess", "ScriptsToProcess"] {
            let suffix = key == "ScriptsToProcess" ? ".ps1" : ".ps1xml"
            for entry in manifest.table[key]?.enumeratedOrSelf ?? [] where !entry.displayText.lowercased().hasSuffix(suffix) {
                problems.append(
                    Self.invalid(
                        "\(name(key)) names '\(entry.displayText)', which is no \(suffix) file.", "Modules_InvalidManifest"))
            }
            look(key, "Modules_InvalidManifest")
        }
        if let root = manifest.root {
            if root.lowercased().hasSuffix(".psd1") {
                problems.append(
                    Self.invalid("\(name("RootModule")) may not be a manifest itself: '\(root)'.", "Modules_InvalidManifest"))
            }
            look("RootModule", "Modules_InvalidRootModuleInModuleManifest", isModule: true)
        }
        return problems
    }

    private static func invalid(_ text: String, _ id: String) -> ValueError {
        ValueError(text, id: id, exception: "System.InvalidOperationException", category: "ResourceUnavailable")
    }
}
