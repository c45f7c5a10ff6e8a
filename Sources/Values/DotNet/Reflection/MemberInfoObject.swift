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
        case .property(let type, _, _): "\(type) \(member.name)"
        case .method(let overloads): overloads.first?.definition(member.name)
        }
    }

    // MARK: What reflection does with it

    fileprivate func read(_ target: Value) throws -> Value {
        guard case .property(_, let get, _) = member.kind else { return .null }
        try check(target)
        return try get(isStatic ? .null : target)
    }

    fileprivate func write(_ target: Value, _ value: Value) throws {
        guard case .property(let name, _, let set) = member.kind, let set else {
            throw ValueError(
                "Property set method not found.", id: "ArgumentException", exception: "System.ArgumentException",
                category: "NotSpecified")
        }
        try check(target)
        let type = TypeTable.builtin.find(name) ?? .object
        try set(isStatic ? .null : target, value.isNull ? value : try Conversion.convert(value, to: type))
    }

    fileprivate func call(_ target: Value, _ arguments: [Value]) throws -> Value {
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

    private static func info(_ value: Value) throws -> MemberInfoObject {
        guard let info = value.asObject(MemberInfoObject.self) else {
            throw ValueError("This is no member of a type.", id: "InvalidOperation")
        }
        return info
    }

    private static func typeNamed(_ name: String) -> Value {
        .object(TypeObject(TypeTable.builtin.find(name) ?? .object))
    }

    private static let voidType = ObjectType("System.Void", base: .valueType, isValueType: true)

    private static let base = ObjectType(
        "System.Reflection.MemberInfo", base: .object,
        members: [
            .property("Name", "string") { .string(try info($0).member.name) },
            .property("DeclaringType", "type") { .object(TypeObject(try info($0).owner)) },
            .property("ReflectedType", "type") { .object(TypeObject(try info($0).owner)) },
            .property("MemberType", "System.Reflection.MemberTypes") { .string(try info($0).kind.rawValue) },
            .method("GetCustomAttributes", "object attributeType?", "object inherit?", returns: "object[]") { _, _ in .array([]) },
            .method("IsDefined", "object attributeType", "object inherit?", returns: "bool") { _, _ in .bool(false) },
        ])

    private static let valueMembers: [Member] = [
        .method("GetValue", "object obj", "object index?", returns: "object") { try info($0).read($1[0]) },
        .method("SetValue", "object obj", "object value", "object index?", returns: "void") { value, arguments in
            try info(value).write(arguments[0], arguments[1])
            return .nothing
        },
    ]

    private static func valueType(_ value: Value) throws -> Value {
        guard case .property(let type, _, _) = try info(value).member.kind else { return .null }
        return typeNamed(type)
    }

    private static let propertyType = ObjectType(
        "System.Reflection.PropertyInfo", base: base,
        members: valueMembers + [
            .property("PropertyType", "type") { try valueType($0) },
            .property("CanRead", "bool") { _ in .bool(true) },
            .property("CanWrite", "bool") { value in
                guard case .property(_, _, let set) = try info(value).member.kind else { return .bool(false) }
                return .bool(set != nil)
            },
            .method("GetIndexParameters", returns: "object[]") { _, _ in .array([]) },
        ])
    private static let fieldType = ObjectType(
        "System.Reflection.FieldInfo", base: base,
        members: valueMembers + [
            .property("FieldType", "type") { try valueType($0) }, .property("IsStatic", "bool") { .bool(try info($0).isStatic) },
            .property("IsPublic", "bool") { .bool(try info($0).isPublic) },
            .method("GetRawConstantValue", returns: "object") { value, _ in try info(value).read(.null) },
        ])

    private static let callable = ObjectType(
        "System.Reflection.MethodBase", base: base,
        members: [
            .property("IsStatic", "bool") { .bool(try info($0).isStatic) },
            .property("IsPublic", "bool") { .bool(try info($0).isPublic) },
            .property("IsSpecialName", "bool") { _ in .bool(false) },
            .property("IsGenericMethod", "bool") { _ in .bool(false) },
            .method("GetParameters", returns: "System.Reflection.ParameterInfo[]") { value, _ in
                guard case .method(let overloads) = try info(value).member.kind, let overload = overloads.first else {
                    return .array([])
                }
                return .array(
                    overload.parameters.enumerated().map { place, parameter in
                        .object(
                            CustomObject(
                                [
                                    ("Name", .string(parameter.name)), ("ParameterType", typeNamed(parameter.type)),
                                    ("Position", Value.integer(place)), ("IsOptional", .bool(parameter.isOptional)),
                                ], type: parameterType))
                    })
            },
        ])
    private static let parameterType = ObjectType("System.Reflection.ParameterInfo", base: .object)
    private static let methodType = ObjectType(
        "System.Reflection.MethodInfo", base: callable,
        members: [
            .property("ReturnType", "type") { value in
                guard case .method(let overloads) = try info(value).member.kind else { return .null }
                return typeNamed(overloads.first?.returns ?? "void")
            },
            .method("Invoke", "object obj", "object parameters?", returns: "object") { value, arguments in
                try info(value).call(arguments[0], arguments.list(1))
            },
        ])
    private static let constructorType = ObjectType(
        "System.Reflection.ConstructorInfo", base: callable,
        members: [
            .method("Invoke", "object parameters", returns: "object") { try info($0).call(.null, $1.list(0)) }
        ])

    /// For `[System.Reflection.PropertyInfo]` and its kin.
    private static let kinds = ObjectType.enumeration(
        "System.Reflection.MemberTypes",
        Enumeration(
            [
                ("Constructor", 1), ("Event", 2), ("Field", 4), ("Method", 8), ("Property", 16), ("TypeInfo", 32), ("Custom", 64),
                ("NestedType", 128), ("All", 191),
            ], isFlags: true))

    static let types: [(ObjectType, [String])] = [
        (kinds, []),
        (base, []), (propertyType, []), (fieldType, []), (callable, []), (methodType, []), (constructorType, []),
        (parameterType, []), (BindingFlags.type, []),
    ]
}
