import CmdletKit
import SourceText
import Values

extension Engine {
    /// A module that is loaded here, by name.
    public func loadedModule(_ name: String) -> ModuleInfo? { modules.last { $0.name.equalsIgnoringCase(name) } }

    /// What of a module is wanted, and how.
    public struct ModuleImport {
        public var force = false
        public var prefix = ""
        public var functions: [String]?
        public var aliases: [String]?
        public var variables: [String]?
        public var noClobber = false
        /// Into the global scope, whoever asks.
        public var isGlobal = false
        public var arguments: [Value] = []
        public init() {}
    }

    /// Loads a module unless it is there, and makes its exports visible to whoever asks.
    @discardableResult
    public func importModule(_ specification: ModuleSpecification, _ options: ModuleImport = ModuleImport(), in frame: Frame) throws
        -> ModuleInfo
    {
        if let known = builtinModule(specification.name), specification.accepts(known.version) {
            removedBuiltins.remove(FoldedName(known.name))
            return known
        }
        if let loaded = loadedModule(specification) {
            if !options.force {
                install(loaded, options, in: frame)
                return loaded
            }
            try removeModule(loaded, in: frame)
        }
        let module = try ModuleLoader(self, frame, arguments: options.arguments).load(specification)
        install(module, options, in: frame)
        return module
    }

    /// A module that is loaded here and fits, the latest first.
    func loadedModule(_ specification: ModuleSpecification) -> ModuleInfo? { modules.last { isModule($0, specification) } }

    /// Whether a module is one of those that a specification asks for, by its name or by its path.
    public func isModule(_ module: ModuleInfo, _ specification: ModuleSpecification) -> Bool {
        let isNamed =
            ModuleLoader.isPath(specification.name)
            ? module.isAt(fileSystem.hostPath(specification.name)) : module.name.equalsIgnoringCase(specification.name)
        return isNamed && specification.accepts(module.version, guid: module.guid)
    }

    /// Adds a module to those loaded and its exports to the asking scope: that of a module where a module asks, else the global one.
    public func install(_ module: ModuleInfo, _ options: ModuleImport = ModuleImport(), in frame: Frame) {
        if !modules.contains(where: { $0 === module }) { modules.append(module) }
        let target = options.isGlobal ? global : frame.scope.session.root
        ModuleExporter.install(
            module, into: target, prefix: options.prefix.isEmpty ? module.defaultPrefix : options.prefix,
            functions: options.functions, aliases: options.aliases,
            variables: options.variables, noClobber: options.noClobber, self)
    }

    /// A module made of a script block (New-Module).
    public func makeModule(_ block: ScriptBlock, name: String, arguments: [Value], in frame: Frame) throws -> (ModuleInfo, [Value])
    {
        let module = ModuleInfo(name: name, session: SessionState(below: global))
        let own = ScriptBlock(block.blockCode, session: module.session)
        let results = try ModuleLoader(self, frame).run(own, as: module, arguments: arguments)
        return (module, results)
    }

    /// Export-ModuleMember: what the module whose code runs lets out.
    /// - Returns: false where no module's code runs.
    public func exportMembers(
        functions: [String], aliases: [String], variables: [String], cmdlets: [String], from session: SessionState
    ) -> Bool {
        guard let module = session.module ?? loadingModules.last else { return false }
        var exports = module.exports ?? ModuleExports()
        exports.functions += functions
        exports.aliases += aliases
        exports.variables += variables
        exports.cmdlets += cmdlets
        module.exports = exports
        if let own = module.session { ModuleExporter.collect(module, in: own) }
        return true
    }

    /// The function of a command that no loaded module has, from a module in the module path (about_Modules, autoloading).
    func autoload(_ command: String) -> Command? {
        guard !isAutoloading, !command.contains("/"), variable("PSModuleAutoLoadingPreference").displayText.lowercased() != "none"
        else {
            return nil
        }
        isAutoloading = true
        defer { isAutoloading = false }
        guard let name = moduleIndex()[FoldedName(command)] else { return nil }
        let frame = Frame(engine: self, scope: global, file: SourceFile(text: ""), output: NullSink(), streams: Streams())
        var options = ModuleImport()
        options.isGlobal = true
        guard (try? importModule(ModuleSpecification(name: name), options, in: frame)) != nil else { return nil }
        return findFunction(command).map { .function($0) }
    }

    /// A module in the module path that a qualified command name asks for.
    func autoloadedModule(_ name: String) -> ModuleInfo? {
        guard modulePath.all().contains(where: { $0.name.equalsIgnoringCase(name) }) else { return nil }
        let frame = Frame(engine: self, scope: global, file: SourceFile(text: ""), output: NullSink(), streams: Streams())
        return try? importModule(ModuleSpecification(name: name), in: frame)
    }

    /// Commands of the modules in the module path, by name, with their module: read once for each module path.
    private func moduleIndex() -> [FoldedName: String] {
        let path = modulePath.folders.joined(separator: ":")
        if let known = autoloadIndex, known.path == path { return known.commands }
        var commands: [FoldedName: String] = [:]
        for (name, file) in modulePath.all() {
            let announced = ModuleCommands.names(of: file, self)
            for command in announced.functions + announced.aliases where commands[FoldedName(command)] == nil {
                commands[FoldedName(command)] = name
            }
        }
        autoloadIndex = (path, commands)
        return commands
    }
}
