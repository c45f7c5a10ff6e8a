import Values

/// System.Management.Automation.PSModuleInfo: a module with the state that its code runs in and what it lets others see.
public final class ModuleInfo: Object {
    public var name: String
    /// The file it was read from; empty for a dynamic module.
    public var path: String
    /// `Script`, `Manifest` or `Binary`.
    public var moduleType = "Script"
    public var version = "0.0"
    static let noGuid = "00000000-0000-0000-0000-000000000000"
    public var guid = noGuid
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
    /// The modules that have to stay as long as this one does.
    public internal(set) var requiredModules: [ModuleInfo] = []
    /// The manifest that it was read from, where it was; `path` is then the root module's file.
    var manifestPath = ""
    /// Put before the noun of each command where the one who imports it gives no other.
    var defaultPrefix = ""
    /// What the files of a module that is not loaded say of its commands.
    var announced = AnnouncedCommands()
    /// Whether Remove-Module may take it out.
    public var accessMode = AccessMode.readWrite

    public enum AccessMode: Int64, Sendable { case readWrite, readOnly, constant }

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
    public var base: String {
        let file = manifestPath.isEmpty ? path : manifestPath
        return file.isEmpty ? "" : String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    }

    /// What a manifest says of the module itself.
    func describe(by manifest: ModuleManifest) {
        version = manifest.version
        guid = manifest.guid
        details = manifest.details
        moduleType = manifest.root == nil ? "Manifest" : "Script"
        manifestPath = manifest.path
        defaultPrefix = manifest.prefix
    }

    /// The editions of PowerShell that its manifest names.
    public var compatibleEditions: [String] { details["CompatiblePSEditions"]?.enumeratedOrSelf.map(\.displayText) ?? [] }

    /// Whether a path names it: its file, its manifest, either without what stands behind the dot, or its folder.
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

/// Wildcards of names that a module exports.
struct ModuleExports {
    var functions: [String] = []
    var aliases: [String] = []
    var variables: [String] = []
    var cmdlets: [String] = []
}

/// Names of commands that are known without their code.
package struct AnnouncedCommands {
    package var functions: [String] = []
    package var aliases: [String] = []
}
