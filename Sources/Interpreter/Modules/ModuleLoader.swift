import CmdletKit
import SourceText
import Syntax
import Values

/// Finds modules and runs their code in a session state of its own (about_Modules).
struct ModuleLoader {
    let engine: Engine
    let frame: Frame
    /// Arguments for the param block of a script module.
    var arguments: [Value] = []
    /// PowerShell's limit: modules that import each other end at it.
    private static let deepest = 10

    init(_ engine: Engine, _ frame: Frame, arguments: [Value] = []) {
        self.engine = engine
        self.frame = frame
        self.arguments = arguments
    }

    /// Loads a module by name or path, even where it is loaded already.
    /// - Parameter folder: the folder of relative paths; nil: the current location.
    /// - Throws: Modules_ModuleNotFound (as `ValueError`) where no file or no version fits; what the module's code throws.
    func load(_ specification: ModuleSpecification, from folder: String? = nil, depth: Int = 0) throws -> ModuleInfo {
        guard depth < Self.deepest else { throw Self.tooDeep(specification.name) }
        switch try find(specification, from: folder) {
        case .manifest(let manifest): return try load(manifest, depth)
        case .script(let path): return try script(path, depth)
        case nil: break
        }
        guard !specification.isConstrained else {
            throw ValueError(
                "The specified module '\(specification.name)' was not loaded: no module of that name has a version that was asked for.",
                id: "Modules_ModuleWithVersionNotFound", exception: "System.IO.FileNotFoundException",
                category: "ResourceUnavailable")
        }
        throw Self.notFound(specification.name)
    }

    /// The file that a module is loaded from.
    enum Origin {
        case manifest(ModuleManifest)
        /// The host path of a script module.
        case script(String)
    }

    /// The first file that fits a specification; nil where none does.
    /// - Throws: errors of a manifest that cannot be read.
    func find(_ specification: ModuleSpecification, from folder: String? = nil) throws -> Origin? {
        for path in files(specification, folder) {
            if path.lowercased().hasSuffix(".psd1") {
                let manifest = try ModuleManifest(path, engine)
                if specification.accepts(manifest.version, guid: manifest.guid) { return .manifest(manifest) }
            } else if specification.accepts("0.0", guid: ModuleInfo.noGuid) {
                return .script(path)
            }
        }
        return nil
    }

    private static func tooDeep(_ name: String) -> ValueError {
        ValueError(
            "Cannot load the module '\(name)' because the module nesting limit has been exceeded. Modules can only be nested to "
                + "\(deepest) levels. Evaluate and change the order in which you are loading modules to prevent exceeding the nesting "
                + "limit, and then try running your script again.", id: "Modules_ModuleTooDeeplyNested",
            exception: "System.InvalidOperationException", category: "InvalidOperation")
    }

    static func notFound(_ name: String) -> ValueError {
        ValueError(
            "The specified module '\(name)' was not loaded because no valid module file was found in any module directory.",
            id: "Modules_ModuleNotFound", exception: "System.IO.FileNotFoundException", category: "ResourceUnavailable")
    }

    /// The host paths of the files that the module could be loaded from, the best first.
    private func files(_ specification: ModuleSpecification, _ folder: String?) -> [String] {
        let name = specification.name
        let view = engine.fileSystem
        guard Self.isPath(name) || folder != nil else { return engine.modulePath.find(name) }
        let slashed = name.replacing("\\", with: "/")
        let host = FileSystemView.normalize(
            folder.map { slashed.hasPrefix("/") ? slashed : $0 + "/" + slashed } ?? view.hostPath(name))
        if view.isFile(host) { return [host] }
        if let found = [".psd1", ".psm1", ".ps1"].map({ host + $0 }).first(where: { view.isFile($0) }) { return [found] }
        if view.isDirectory(host) {
            let parts = host.split(separator: "/").map(String.init)
            let leaf = parts.last ?? ""
            let found = ModulePath.files(of: Version(leaf) == nil ? leaf : parts.dropLast().last ?? leaf, in: host)
            if !found.isEmpty { return found }
        }
        return folder != nil && !name.contains("/") ? engine.modulePath.find(name) : []
    }

    /// Whether a name is a path, and not a name to find in the module path.
    static func isPath(_ name: String) -> Bool {
        name.contains("/") || name.contains("\\") || name.hasPrefix(".") || name.contains(":")
            || [".psm1", ".psd1", ".ps1"].contains { name.lowercased().hasSuffix($0) }
    }

    // MARK: Script modules

    private func script(_ path: String, _ depth: Int) throws -> ModuleInfo {
        let leaf = path.split(separator: "/").last.map(String.init) ?? path
        let module = ModuleInfo(
            name: leaf.lastIndex(of: ".").map { String(leaf[..<$0]) } ?? leaf, path: path,
            session: SessionState(below: engine.global))
        try run(module, path)
        return module
    }

    private func run(_ module: ModuleInfo, _ path: String) throws {
        guard let session = module.session else { return }
        guard engine.loadingModules.count < Self.deepest else { throw Self.tooDeep(path) }
        let text = try engine.fileSystem.readText(engine.fileSystem.display(path))
        let block = try ScriptBlock.parse(text, path: path, session: session)
        try run(block, as: module, arguments: arguments)
    }

    /// Runs a module's code in its session state and sets its exports.
    /// - Returns: the output, which Import-Module drops and New-Module -ReturnResult writes.
    /// - Throws: what the code throws.
    @discardableResult
    func run(_ block: ScriptBlock, as module: ModuleInfo, arguments: [Value]) throws -> [Value] {
        guard let session = module.session else { return [] }
        let collector = Collector()
        let code = try block.code(in: session.root.layout, under: engine.breakpoints)
        session.root.reserve()
        let inner = Frame(engine: engine, scope: session.root, file: block.syntax.file, output: collector, streams: frame.streams)
        let bound = Bound(arguments, of: code)
        try FunctionBinding.apply(bound, code, session.root, inner, commandName: module.name)
        if let slot = code.invocationSlot {
            session.root.slots[slot] = .object(
                InvocationInfo(
                    command: .object(CommandObject(.script(path: module.path), engine: engine)), invocationName: module.name,
                    position: ErrorPosition(file: block.syntax.file, span: SourceSpan(start: 0, end: 0))))
        }
        engine.loadingModules.append(module)
        engine.callStack.append(RunningCall(name: "<ScriptBlock>", file: frame.file, span: SourceSpan(start: 0, end: 0)))
        defer {
            engine.loadingModules.removeLast()
            engine.callStack.removeLast()
        }
        try engine.within(session.root) {
            for body in [code.begin, code.process, code.end] { if let body { _ = try inner.runBlock(body) } }
        }
        ModuleExporter.collect(module, in: session)
        return collector.values
    }

    // MARK: Manifests

    private func load(_ manifest: ModuleManifest, _ depth: Int) throws -> ModuleInfo {
        // A module can name itself among its nested modules.
        if depth > 0, let loading = engine.loadingManifests.last(where: { $0.path == manifest.path }) { return loading.module }
        let module = ModuleInfo(name: manifest.name, path: manifest.path, session: SessionState(below: engine.global))
        module.describe(by: manifest)
        guard !engine.loadingManifests.contains(where: { $0.path == manifest.path }) else {
            throw invalid(manifest, "its RequiredModules lead back to it")
        }
        engine.loadingManifests.append((manifest.path, module))
        defer { engine.loadingManifests.removeLast() }
        try check(manifest)
        for required in try manifest.requiredModules() { module.requiredModules.append(try self.required(required, by: manifest)) }
        if let loader = engine.service((any DisplayFileLoader).self) {
            for path in manifest.typesToProcess { try loader.loadTypes(engine.fileSystem.display(path), into: engine) }
            for path in manifest.formatsToProcess { try loader.loadViews(engine.fileSystem.display(path), into: engine) }
        }
        for path in manifest.scriptsToProcess {
            let block = try ScriptBlock.parse(
                try engine.fileSystem.readText(engine.fileSystem.display(path)), path: path, session: frame.scope.session)
            _ = try engine.invokeInline(block, current: .null, in: frame)
        }
        for nested in try manifest.nestedModules() {
            let inner = try load(nested, from: manifest.folder, depth: depth + 1)
            module.nestedModules.append(inner)
            // The exports of a nested module are added to the outer module's scope.
            if let session = module.session { ModuleExporter.install(inner, into: session.root) }
        }
        if let root = manifest.root {
            // A root module with the manifest's own name is the script module beside it.
            let candidates = files(ModuleSpecification(name: root), manifest.folder)
            let own = FileSystemView.normalize(manifest.folder + "/" + root.replacing("\\", with: "/")) + ".psm1"
            guard let file = engine.fileSystem.isFile(own) ? own : candidates.first(where: { $0 != manifest.path }) else {
                throw Self.notFound(root)
            }
            if file.lowercased().hasSuffix(".psd1") {
                let inner = try load(ModuleManifest(file, engine), depth + 1)
                if let session = module.session { ModuleExporter.install(inner, into: session.root) }
            } else {
                module.path = file
                try run(module, file)
            }
        }
        ModuleExporter.restrict(module, manifest)
        return module
    }

    private func invalid(_ manifest: ModuleManifest, _ reason: String) -> ValueError {
        ValueError(
            "The module manifest '\(manifest.path)' cannot be loaded: \(reason).", id: "Modules_InvalidManifest",
            exception: "System.InvalidOperationException", category: "ResourceUnavailable")
    }

    /// Checks the requirements of a manifest: PowerShellVersion.
    private func check(_ manifest: ModuleManifest) throws {
        if let text = manifest.table["PowerShellVersion"]?.displayText, let wanted = Version(text),
            let own = Version(AutomaticVariables.version), own < wanted
        {
            throw ValueError(
                "The version of PowerShell on this computer is '\(AutomaticVariables.version)'. The module '\(manifest.path)' requires a minimum PowerShell version of '\(text)' to run.",
                id: "Modules_InsufficientPowerShellVersion", exception: "System.InvalidOperationException",
                category: "ResourceUnavailable")
        }
    }

    /// The module that a manifest requires, imported where it is not loaded.
    private func required(_ required: ModuleSpecification, by manifest: ModuleManifest) throws -> ModuleInfo {
        do { return try engine.importModule(required, in: frame) } catch let error as ValueError {
            throw ValueError(
                "The required module '\(required.name)' is not loaded. Load the module or remove the module from 'RequiredModules' in the file '\(manifest.path)'. \(error.message)",
                id: "Modules_InvalidManifest", exception: "System.InvalidOperationException", category: "ResourceUnavailable")
        }
    }
}
