import Values

/// A kind of member: a value of System.Management.Automation.PSMemberTypes, with the class of its objects.
enum MemberKind: Int64, Sendable {
    case alias = 1
    case property = 4
    case note = 8
    case scriptProperty = 16
    case method = 64
    case scriptMethod = 256

    init(_ member: AttachedMembers.Member) {
        switch member {
        case .note, .live: self = .note
        case .alias: self = .alias
        case .script: self = .scriptProperty
        case .method: self = .scriptMethod
        }
    }

    var isMethod: Bool { self == .method || self == .scriptMethod }
    var boxed: Value { .object(EnumObject(Self.types, rawValue: rawValue)) }

    var type: ObjectType {
        switch self {
        case .alias: Self.aliasType
        case .property: Self.propertyType
        case .note: Self.noteType
        case .scriptProperty: Self.scriptType
        case .method: Self.methodType
        case .scriptMethod: Self.scriptMethodType
        }
    }

    static func own(_ value: Value) throws -> MemberObject {
        guard let member = value.asObject(MemberObject.self) else {
            throw ValueError("This is no member of an object.", id: "InvalidOperation")
        }
        return member
    }

    static func flag(_ name: String, _ read: @escaping @Sendable (MemberObject) -> Bool) -> Member {
        .property(name, "bool") { .bool(read(try own($0))) }
    }

    static let memberType = Member.property("MemberType", types.name) { try own($0).kind.boxed }
    static let name = Member.property("Name", "string") { .string(try own($0).name) }
    static let value = Member.property("Value", "object", set: { try own($0).set($1) }) { try own($0).value() }
    static let typeName = Member.property("TypeNameOfValue", "string") { value in
        let member = try own(value)
        if member.kind.isMethod { return .string(member.type.name) }
        return .string(member.kind == .scriptProperty ? "System.Object" : try member.value().typeName)
    }
    static let isSettable = flag("IsSettable") { member in
        if case .script(_, let setter)? = member.member { return setter != nil }
        if case .of(let owner, _) = member.place, member.kind == .property,
            case .property(_, _, let setter)? = owner.type.member(member.name)?.kind
        {
            return setter != nil
        }
        return true
    }
    static let isGettable = flag("IsGettable") { _ in true }
    static let isInstance = flag("IsInstance") { member in
        if case .of(let owner, _) = member.place { owner.reference?.attached?[member.name] != nil } else { true }
    }
    static let copy = Member.method("Copy", returns: "System.Management.Automation.PSMemberInfo") { value, _ in
        let member = try own(value)
        return .object(MemberObject(member.name, try member.member ?? .note(member.value())))
    }

    static let overloadDefinitions = Member.property(
        "OverloadDefinitions", "System.Collections.ObjectModel.Collection`1[System.String]"
    ) { value in
        let member = try own(value)
        let texts = member.overloads.map { $0.definition(member.name) }
        return .array((texts.isEmpty ? ["System.Object \(member.name)();"] : texts).map { .string($0) })
    }
    static let invoke = Member.method("Invoke", "params object[] arguments", returns: "object") {
        try own($0).invoke($1.list(0))
    }
}
