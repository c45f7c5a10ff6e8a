import Values

extension ModuleInfo {
    /// An object with the module's functions as methods and its exported variables as properties (`New-Module -AsCustomObject`).
    public var customObject: Value {
        let object = CustomObject()
        let members = object.attached ?? AttachedMembers()
        for name in exportedVariables { members[name] = .note(session?.root.own(name) ?? .null) }
        for function in exportedFunctions { members[function.name] = .method(function.block) }
        object.attached = members
        return .object(object)
    }
}

extension Engine {
    /// What a manifest describes, without loading it.
    public func describeManifest(_ path: String) throws -> ModuleInfo {
        let host = fileSystem.hostPath(path)
        guard fileSystem.isFile(host) else {
            throw ValueError(
                "The specified module manifest '\(path)' could not be found.", id: "Modules_ModuleNotFound",
                exception: "System.IO.FileNotFoundException", category: "ResourceUnavailable")
        }
        let manifest = try ModuleManifest(path, self)
        guard manifest.table["ModuleVersion"] != nil else {
            throw ValueError(
                "The module manifest '\(path)' is missing the member 'ModuleVersion'.", id: "Modules_InvalidManifest",
                exception: "System.InvalidOperationException", category: "InvalidData")
        }
        let leaf = host.split(separator: "/").last.map(String.init) ?? host
        let module = ModuleInfo(name: String(leaf.dropLast(5)), path: host, session: nil)
        module.version = manifest.version
        module.guid = manifest.guid
        module.details = manifest.details
        module.moduleType = manifest.root == nil ? "Manifest" : "Script"
        return module
    }
}
