import CmdletKit
import SourceText
import Values

extension Engine {
    /// The loaded module of a name, the one loaded last.
    public func loadedModule(_ name: String) -> ModuleInfo? { modules.last { $0.name.equalsIgnoringCase(name) } }

    /// The options of Import-Module.
    public struct ModuleImport {
        /// -Force: a loaded module is loaded again.
        public var force = false
        /// -Prefix: put before the noun of each command; empty: the manifest's.
        public var prefix = ""
        /// -Function: patterns of the functions to import; nil: all.
        public var functions: [String]?
        /// -Alias: patterns of the aliases to import; nil: all, or none where functions are given.
        public var aliases: [String]?
        /// -Variable: patterns of the variables to import; nil: all.
        public var variables: [String]?
        /// -NoClobber: commands that exist already are not imported.
        public var noClobber = false
        /// -Global: imports into the global scope, whichever module calls.
        public var isGlobal = false
        /// -ArgumentList: arguments for the script module's param block.
        public var arguments: [Value] = []
        /// Makes the default options.
        public init() {}
    }

    /// Imports a module: loads it unless it is loaded, and adds its exports to the calling scope.
    /// - Throws: `ValueError` where there is no such module; what the module's code throws.
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

    /// The loaded module that fits a specification, the one loaded last.
    func loadedModule(_ specification: ModuleSpecification) -> ModuleInfo? { modules.last { isModule($0, specification) } }

    /// Whether a module fits a specification: its name or path, version and GUID.
    public func isModule(_ module: ModuleInfo, _ specification: ModuleSpecification) -> Bool {
        let isNamed =
            ModuleLoader.isPath(specification.name)
            ? module.isAt(fileSystem.hostPath(specification.name)) : module.name.equalsIgnoringCase(specification.name)
        return isNamed && specification.accepts(module.version, guid: module.guid)
    }

    /// Adds a module to the loaded ones and its exports to the scope of the caller: the root scope of the calling module, else the
    /// global scope.
    public func install(_ module: ModuleInfo, _ options: ModuleImport = ModuleImport(), in frame: Frame) {
        if !modules.contains(where: { $0 === module }) { modules.append(module) }
        let target = options.isGlobal ? global : frame.scope.session.root
        ModuleExporter.install(
            module, into: target, prefix: options.prefix.isEmpty ? module.defaultPrefix : options.prefix,
            functions: options.functions, aliases: options.aliases,
            variables: options.variables, noClobber: options.noClobber, self)
    }

    /// Makes a module of a script block (New-Module).
    /// - Returns: the module and the block's output.
    /// - Throws: what the block throws.
    public func makeModule(_ block: ScriptBlock, name: String, arguments: [Value], in frame: Frame) throws -> (ModuleInfo, [Value])
    {
        let module = ModuleInfo(name: name, session: SessionState(below: global))
        let own = ScriptBlock(block.blockCode, session: module.session)
        let results = try ModuleLoader(self, frame).run(own, as: module, arguments: arguments)
        return (module, results)
    }

    /// Export-ModuleMember: adds wildcard patterns to the exports of the module whose code runs.
    /// - Returns: false where the code belongs to no module.
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

    /// Imports the module in the module path that exports a command (about_Modules, "Module autoloading").
    /// - Returns: the command where it is a function; nil where no module exports it.
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

    /// Imports the module that a qualified command name names, where it is in the module path.
    func autoloadedModule(_ name: String) -> ModuleInfo? {
        guard modulePath.all().contains(where: { $0.name.equalsIgnoringCase(name) }) else { return nil }
        let frame = Frame(engine: self, scope: global, file: SourceFile(text: ""), output: NullSink(), streams: Streams())
        return try? importModule(ModuleSpecification(name: name), in: frame)
    }

    /// The module of each command that the modules in the module path export; read once for each module path.
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
