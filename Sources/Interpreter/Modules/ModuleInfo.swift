import Values

/// System.Management.Automation.PSModuleInfo: a module, the session state that its code runs in, and its exports.
public final class ModuleInfo: Object {
    /// The module's name.
    public var name: String
    /// The host path of its file; empty for a dynamic module.
    public var path: String
    /// `Script`, `Manifest` or `Binary`.
    public var moduleType = "Script"
    /// The version, as the manifest gives it.
    public var version = "0.0"
    static let noGuid = "00000000-0000-0000-0000-000000000000"
    /// The GUID, in lower case; all zeros where the manifest gives none.
    public var guid = noGuid
    /// The manifest's descriptive entries, such as Author, by key (`ModuleManifest.details`).
    public var details: [String: Value] = [:]
    /// The session state of a script module; nil for built-in modules and for modules that were only described.
    public let session: SessionState?
    /// The patterns of Export-ModuleMember; nil: it was not called, and all functions and aliases are exported.
    var exports: ModuleExports?
    /// The exported functions.
    public internal(set) var exportedFunctions: [FunctionInfo] = []
    /// The exported aliases.
    public internal(set) var exportedAliases: [AliasInfo] = []
    /// The names of the exported variables.
    public internal(set) var exportedVariables: [String] = []
    /// The names of the exported cmdlets.
    public internal(set) var exportedCmdlets: [String] = []
    /// The nested modules (NestedModules of the manifest).
    public internal(set) var nestedModules: [ModuleInfo] = []
    /// The modules that this one requires: Remove-Module keeps them while this one is loaded.
    public internal(set) var requiredModules: [ModuleInfo] = []
    /// The path of the manifest, whose `path` is then the root module's; empty without one.
    var manifestPath = ""
    /// DefaultCommandPrefix: put before the noun of each command, unless Import-Module gives another prefix.
    var defaultPrefix = ""
    /// The commands of a module that is not loaded, as its files list them.
    var announced = AnnouncedCommands()
    /// Whether Remove-Module may remove the module.
    public var accessMode = AccessMode.readWrite

    /// System.Management.Automation.ModuleAccessMode: removable, removable with -Force, not removable.
    public enum AccessMode: Int64, Sendable { case readWrite, readOnly, constant }

    /// The OnRemove block, which runs when the module is removed.
    var onRemove: Value = .null

    /// Makes a module without exports.
    /// - Parameter session: nil for a module whose code does not run.
    public init(name: String, path: String = "", session: SessionState?) {
        self.name = name
        self.path = path
        self.session = session
        super.init()
        session?.module = self
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { name }

    /// The folder of the module's file (ModuleBase).
    public var base: String {
        let file = manifestPath.isEmpty ? path : manifestPath
        return file.isEmpty ? "" : String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    }

    /// Takes the module's description from a manifest.
    func describe(by manifest: ModuleManifest) {
        version = manifest.version
        guid = manifest.guid
        details = manifest.details
        moduleType = manifest.root == nil ? "Manifest" : "Script"
        manifestPath = manifest.path
        defaultPrefix = manifest.prefix
    }

    /// The editions of PowerShell that the manifest lists (CompatiblePSEditions).
    public var compatibleEditions: [String] { details["CompatiblePSEditions"]?.enumeratedOrSelf.map(\.displayText) ?? [] }

    /// Whether a host path names the module: its file or manifest, with or without the extension, or its folder.
    public func isAt(_ host: String) -> Bool {
        for file in [path, manifestPath] where !file.isEmpty {
            if file == host || file.dropLast(5) == host { return true }
        }
        guard host == base || base.hasPrefix(host + "/") else { return false }
        let leaf = host.split(separator: "/").last.map(String.init) ?? ""
        let isVersioned = base == host || Version(String(base.dropFirst(host.utf8.count + 1))) != nil
        return isVersioned && (leaf.equalsIgnoringCase(name) || Version(leaf) != nil)
    }
}

/// The wildcard patterns of a module's exports.
struct ModuleExports {
    var functions: [String] = []
    var aliases: [String] = []
    var variables: [String] = []
    var cmdlets: [String] = []
}

/// The names of a module's commands, known without running its code.
package struct AnnouncedCommands {
    /// The names of functions.
    package var functions: [String] = []
    /// The names of aliases.
    package var aliases: [String] = []
}
