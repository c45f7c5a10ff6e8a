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

    static let types = ObjectType.enumeration(
        "System.Management.Automation.PSMemberTypes",
        Enumeration(
            [
                ("AliasProperty", 1), ("CodeProperty", 2), ("Property", 4), ("NoteProperty", 8), ("ScriptProperty", 16),
                ("Properties", 31), ("PropertySet", 32), ("Method", 64), ("CodeMethod", 128), ("ScriptMethod", 256),
                ("Methods", 448), ("ParameterizedProperty", 512), ("MemberSet", 1024), ("Event", 2048), ("Dynamic", 4096),
                ("InferredProperty", 8192), ("All", 16383),
            ], isFlags: true))

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

    private static func own(_ value: Value) throws -> MemberObject {
        guard let member = value.asObject(MemberObject.self) else {
            throw ValueError("This is no member of an object.", id: "InvalidOperation")
        }
        return member
    }

    private static func flag(_ name: String, _ read: @escaping @Sendable (MemberObject) -> Bool) -> Member {
        .property(name, "bool") { .bool(read(try own($0))) }
    }

    private static let memberType = Member.property("MemberType", types.name) { try own($0).kind.boxed }
    private static let name = Member.property("Name", "string") { .string(try own($0).name) }
    private static let value = Member.property("Value", "object", set: { try own($0).set($1) }) { try own($0).value() }
    private static let typeName = Member.property("TypeNameOfValue", "string") { value in
        let member = try own(value)
        if member.kind.isMethod { return .string(member.type.name) }
        return .string(member.kind == .scriptProperty ? "System.Object" : try member.value().typeName)
    }
    private static let isSettable = flag("IsSettable") { member in
        if case .script(_, let setter)? = member.member { return setter != nil }
        if case .of(let owner, _) = member.place, member.kind == .property,
            case .property(_, _, let setter)? = owner.type.member(member.name)?.kind
        {
            return setter != nil
        }
        return true
    }
    private static let isGettable = flag("IsGettable") { _ in true }
    private static let isInstance = flag("IsInstance") { member in
        if case .of(let owner, _) = member.place { owner.reference?.attached?[member.name] != nil } else { true }
    }
    private static let copy = Member.method("Copy", returns: "System.Management.Automation.PSMemberInfo") { value, _ in
        let member = try own(value)
        return .object(MemberObject(member.name, try member.member ?? .note(member.value())))
    }

    private static let info = ObjectType("System.Management.Automation.PSMemberInfo", base: .object)
    private static let propertyInfo = ObjectType("System.Management.Automation.PSPropertyInfo", base: info)
    private static let methodInfo = ObjectType("System.Management.Automation.PSMethodInfo", base: info)

    static let noteType = ObjectType(
        "System.Management.Automation.PSNoteProperty", base: propertyInfo,
        members: [memberType, isSettable, isGettable, value, typeName, name, isInstance, copy],
        construct: { .object(MemberObject($0.string(0), .note($0[1].orNull))) })
    static let variableType = ObjectType(
        "System.Management.Automation.PSVariableProperty", base: noteType,
        construct: { arguments in
            guard let variable = arguments[0].asObject(VariableObject.self) else {
                throw ValueError("A PSVariable is needed.", id: "ArgumentException", exception: "System.ArgumentException")
            }
            return .object(MemberObject(variable.name, .live(variable)))
        })
    private static let propertyType = ObjectType(
        "System.Management.Automation.PSProperty", base: propertyInfo,
        members: [memberType, value, isSettable, isGettable, typeName, name, isInstance, copy])
    static let aliasType = ObjectType(
        "System.Management.Automation.PSAliasProperty", base: propertyInfo,
        members: [
            .property("ReferencedMemberName", "string") { value in
                if case .alias(let other)? = try own(value).member { .string(other) } else { .null }
            }, memberType, typeName, isSettable, isGettable, value, name, isInstance, copy,
        ],
        construct: { .object(MemberObject($0.string(0), .alias($0.string(1)))) })
    static let scriptType = ObjectType(
        "System.Management.Automation.PSScriptProperty", base: propertyInfo,
        members: [
            memberType, isSettable, isGettable,
            .property("GetterScript", "scriptblock") { value in
                if case .script(let getter, _)? = try own(value).member { .object(getter) } else { .null }
            },
            .property("SetterScript", "scriptblock") { value in
                if case .script(_, let setter?)? = try own(value).member { .object(setter) } else { .null }
            }, typeName, value, name, isInstance, copy,
        ],
        construct: { arguments in
            let setter = arguments.count > 2 && !arguments[2].isNull ? try ScriptBlock.fromArgument(arguments[2]) : nil
            return .object(
                MemberObject(arguments.string(0), .script(getter: try ScriptBlock.fromArgument(arguments[1]), setter: setter)))
        })

    private static let overloadDefinitions = Member.property(
        "OverloadDefinitions", "System.Collections.ObjectModel.Collection`1[System.String]"
    ) { value in
        let member = try own(value)
        let texts = member.overloads.map { $0.definition(member.name) }
        return .array((texts.isEmpty ? ["System.Object \(member.name)();"] : texts).map { .string($0) })
    }
    private static let invoke = Member.method("Invoke", "params object[] arguments", returns: "object") {
        try own($0).invoke($1.list(0))
    }
    private static let methodType = ObjectType(
        "System.Management.Automation.PSMethod", base: methodInfo,
        members: [overloadDefinitions, memberType, typeName, value, name, isInstance, invoke])
    static let scriptMethodType = ObjectType(
        "System.Management.Automation.PSScriptMethod", base: methodInfo,
        members: [
            overloadDefinitions, memberType, typeName,
            .property("Script", "scriptblock") { value in
                if case .method(let block)? = try own(value).member { .object(block) } else { .null }
            }, value, name, isInstance, invoke,
        ],
        construct: { .object(MemberObject($0.string(0), .method(try ScriptBlock.fromArgument($0[1])))) })

    static let all: [(ObjectType, [String])] = [
        (types, []), (info, []), (propertyInfo, []), (methodInfo, []), (noteType, ["psnoteproperty"]),
        (variableType, ["psvariableproperty"]), (propertyType, ["psproperty"]), (aliasType, ["psaliasproperty"]),
        (scriptType, ["psscriptproperty"]), (methodType, ["psmethod"]), (scriptMethodType, ["psscriptmethod"]),
    ]
}
