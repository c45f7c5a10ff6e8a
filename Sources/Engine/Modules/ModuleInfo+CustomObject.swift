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
