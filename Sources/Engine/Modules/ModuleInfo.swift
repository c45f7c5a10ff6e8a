import Values

/// System.Management.Automation.PSModuleInfo: a module with the state that its code runs in and what it lets others see.
public final class ModuleInfo: Object {
    public var name: String
    /// The file it was read from; empty for a dynamic module.
    public var path: String
    /// `Script`, `Manifest` or `Binary`.
    public var moduleType = "Script"
    public var version = "0.0"
    public var guid = "00000000-0000-0000-0000-000000000000"
    public var details: [String: Value] = [:]
    /// The state of a script module; nil for the modules that are part of the shell.
    public let session: SessionState?
    /// What Export-ModuleMember or the manifest lets out; nil: all functions, no variables, no aliases.
    var exports: ModuleExports?
    public internal(set) var exportedFunctions: [FunctionInfo] = []
    public internal(set) var exportedAliases: [AliasInfo] = []
    public internal(set) var exportedVariables: [String] = []
    public internal(set) var exportedCmdlets: [String] = []
    public internal(set) var nestedModules: [ModuleInfo] = []
    /// Runs when the module is removed.
    var onRemove: Value = .null

    public init(name: String, path: String = "", session: SessionState?) {
        self.name = name
        self.path = path
        self.session = session
        super.init()
        session?.module = self
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { name }

    /// The folder of the module's file.
    public var base: String { path.isEmpty ? "" : String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }
}

/// Wildcards of names that a module exports.
struct ModuleExports {
    var functions: [String] = []
    var aliases: [String] = []
    var variables: [String] = []
    var cmdlets: [String] = []
}
