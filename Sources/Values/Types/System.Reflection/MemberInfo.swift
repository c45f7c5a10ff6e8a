/// System.Reflection.MemberInfo and its kin: a declared member as a value.
final class MemberInfoObject: Object {
    enum Kind: String {
        case property = "Property"
        case field = "Field"
        case method = "Method"
        case constructor = "Constructor"
    }

    let kind: Kind
    let member: Member
    let owner: ObjectType
    let isStatic: Bool
    let isPublic: Bool

    init(_ kind: Kind, _ member: Member, of owner: ObjectType, isStatic: Bool, isPublic: Bool) {
        self.kind = kind
        self.member = member
        self.owner = owner
        self.isStatic = isStatic
        self.isPublic = isPublic
        super.init()
    }

    override var type: ObjectType {
        switch kind {
        case .property: Self.propertyType
        case .field: Self.fieldType
        case .method: Self.methodType
        case .constructor: Self.constructorType
        }
    }

    override var stringForm: String? {
        switch member.kind {
        case .property(let type, _, _): "\(TypeTable.builtin.find(type)?.shortName ?? type) \(member.name)"
        case .method(let overloads): overloads.first?.definition(member.name)
        }
    }

    // MARK: What reflection does with it

    func read(_ target: Value) throws -> Value {
        guard case .property(_, let get, _) = member.kind else { return .null }
        try check(target)
        return try get(isStatic ? .null : target)
    }

    func write(_ target: Value, _ value: Value) throws {
        guard case .property(let name, _, let set) = member.kind, let set else {
            throw ValueError(
                kind == .field ? "Cannot set a constant field." : "Property set method not found.", id: "ArgumentException",
                exception: "System.ArgumentException",
                category: "NotSpecified")
        }
        try check(target)
        let type = TypeTable.builtin.find(name) ?? .object
        try set(isStatic ? .null : target, value.isNull ? value : try Conversion.convert(value, to: type))
    }

    func call(_ target: Value, _ arguments: [Value]) throws -> Value {
        guard case .method(let overloads) = member.kind else { return .null }
        try check(target)
        return try OverloadResolution.invoke(member.name, overloads, on: isStatic ? .null : target, arguments)
    }

    /// A member of objects needs one of its type.
    private func check(_ target: Value) throws {
        guard !isStatic, kind != .constructor else { return }
        guard !target.isNull else {
            throw ValueError(
                "Non-static method requires a target.", id: "TargetException", exception: "System.Reflection.TargetException",
                category: "NotSpecified")
        }
        guard target.type.isKind(of: owner) else {
            throw ValueError(
                "Object does not match target type.", id: "TargetException", exception: "System.Reflection.TargetException",
                category: "NotSpecified")
        }
    }

    // MARK: Types

    static func info(_ value: Value) throws -> MemberInfoObject {
        guard let info = value.asObject(MemberInfoObject.self) else {
            throw ValueError("This is no member of a type.", id: "InvalidOperation")
        }
        return info
    }

    static func typeNamed(_ name: String) -> Value {
        .object(TypeObject(TypeTable.builtin.find(name) ?? .object))
    }

    static let base = ObjectType(
        "System.Reflection.MemberInfo", base: .object,
        members: [
            .property("Name", "string") { .string(try info($0).member.name) },
            .property("DeclaringType", "type") { .object(TypeObject(try info($0).owner)) },
            .property("ReflectedType", "type") { .object(TypeObject(try info($0).owner)) },
            .property("MemberType", "System.Reflection.MemberTypes") {
                let number = ObjectType.memberTypes.enumeration?.rawValue(of: try info($0).kind.rawValue) ?? 0
                return .object(EnumObject(.memberTypes, rawValue: number))
            },
            .method("GetCustomAttributes", "object attributeType?", "object inherit?", returns: "object[]") { _, _ in .array([]) },
            .method("IsDefined", "object attributeType", "object inherit?", returns: "bool") { _, _ in .bool(false) },
        ])

    static let valueMembers: [Member] = [
        .method("GetValue", "object obj", "object index?", returns: "object") { try info($0).read($1[0]) },
        .method("SetValue", "object obj", "object value", "object index?", returns: "void") { value, arguments in
            try info(value).write(arguments[0], arguments[1])
            return .nothing
        },
    ]

    static func valueType(_ value: Value) throws -> Value {
        guard case .property(let type, _, _) = try info(value).member.kind else { return .null }
        return typeNamed(type)
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Reflection.MemberInfo") { MemberInfoObject.base }
}
