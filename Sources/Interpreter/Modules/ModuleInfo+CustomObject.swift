import Values

extension ModuleInfo {
    /// An object with the module's functions as methods and its exported variables as properties (New-Module -AsCustomObject).
    public var customObject: Value {
        let object = CustomObject()
        let members = object.attached ?? AttachedMembers()
        for name in exportedVariables { members[name] = session.map { .live(ModuleVariable(name, $0)) } ?? .note(.null) }
        for function in exportedFunctions { members[function.name] = .method(function.block) }
        object.attached = members
        return .object(object)
    }
}

/// An exported variable as a property, which reads and sets the variable.
private final class ModuleVariable: LiveValue {
    private let name: String
    private let session: SessionState

    init(_ name: String, _ session: SessionState) {
        self.name = name
        self.session = session
    }

    var value: Value { session.root.own(name) ?? .null }
    func set(_ value: Value) throws { try session.root.set(name, value) }
}
