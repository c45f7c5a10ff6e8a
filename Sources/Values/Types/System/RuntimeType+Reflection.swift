/// The members of `[type]` that look into a type's declared table.
enum TypeReflection {
    private static func represented(_ value: Value) -> ObjectType { value.asObject(TypeObject.self)?.represented ?? .object }

    private static func search(_ value: Value, _ flags: Value) -> MemberSearch {
        MemberSearch(type: represented(value), flags: BindingFlags(flags) ?? .usual)
    }

    /// `GetX(name)`, `GetX(name, flags)` and the overloads that go on with types, and `GetXs()`, `GetXs(flags)`.
    private static func lookUp(_ name: String, _ plural: String, _ kind: MemberInfoObject.Kind, _ type: String) -> [Member] {
        [
            .method(
                "Get" + name, "string name", "object bindingAttr?", "object types?", "object further?", "object modifiers?",
                returns: type
            ) { value, arguments in
                search(value, arguments[1]).one(kind, arguments.string(0)).map { .object($0) } ?? .null
            },
            .method("Get" + plural, "object bindingAttr?", returns: type + "[]") { value, arguments in
                .array(search(value, arguments[0]).all(kind).map { .object($0) })
            },
        ]
    }

    private static func types(_ types: [ObjectType]) -> Value {
        .array(ArrayObject(types.map { .object(TypeObject($0)) }, of: .type))
    }

    /// Members that stand for what .NET's class has and a table of names has not: interfaces by name.
    private static func interfaces(_ type: ObjectType) -> [ObjectType] {
        var names: [String] = []
        var current: ObjectType? = type
        while let here = current {
            for name in here.interfaces where !names.contains(name) && !name.hasSuffix("[]") { names.append(name) }
            current = here.base
        }
        return names.map { TypeTable.builtin.find($0) ?? ObjectType($0, isInterface: true) }
    }

    private static func invokeMember(_ value: Value, _ arguments: Arguments) throws -> Value {
        let (type, name, target) = (represented(value), arguments.string(0), arguments[3])
        let given = arguments.list(4)
        let flags = BindingFlags(arguments[1]) ?? .usual
        let places: BindingFlags = flags.isDisjoint(with: [.public, .nonPublic]) ? flags.union(.usual) : flags
        let search = MemberSearch(type: type, flags: places)
        if flags.contains(.createInstance), let constructor = search.all(.constructor).first {
            return try invoke(constructor, "Invoke", [.array(given)])
        }
        if flags.contains(.invokeMethod), let method = search.one(.method, name) {
            return try invoke(method, "Invoke", [target, .array(given)])
        }
        if !flags.isDisjoint(with: [.getProperty, .getField]), let found = search.one(.property, name) ?? search.one(.field, name) {
            return try invoke(found, "GetValue", [target])
        }
        if !flags.isDisjoint(with: [.setProperty, .setField]), let found = search.one(.property, name) ?? search.one(.field, name) {
            return try invoke(found, "SetValue", [target, given.first ?? .null])
        }
        throw ValueError(
            "Method '\(type.name).\(name)' not found.", id: "MissingMethodException", exception: "System.MissingMethodException",
            category: "NotSpecified")
    }

    private static func invoke(_ info: MemberInfoObject, _ method: String, _ arguments: [Value]) throws -> Value {
        guard case .method(let overloads)? = info.type.member(method)?.kind else { return .null }
        return try OverloadResolution.invoke(method, overloads, on: .object(info), arguments)
    }

    static let members: [Member] =
        lookUp("Property", "Properties", .property, "System.Reflection.PropertyInfo")
        + lookUp("Field", "Fields", .field, "System.Reflection.FieldInfo")
        + lookUp("Method", "Methods", .method, "System.Reflection.MethodInfo") + [
            .method(
                "GetConstructor", "object first", "object binder?", "object types?", "object modifiers?",
                returns: "System.Reflection.ConstructorInfo"
            ) { value, arguments in
                search(value, arguments[0]).all(.constructor).first.map { .object($0) } ?? .null
            },
            .method("GetConstructors", "object bindingAttr?", returns: "System.Reflection.ConstructorInfo[]") { value, arguments in
                .array(search(value, arguments[0]).all(.constructor).map { .object($0) })
            },
            .method("GetMembers", "object bindingAttr?", returns: "System.Reflection.MemberInfo[]") { value, arguments in
                let search = search(value, arguments[0])
                return .array(
                    [MemberInfoObject.Kind.method, .constructor, .property].flatMap { search.all($0) }.map { .object($0) })
            },
            .method("GetMember", "string name", "object bindingAttr?", returns: "System.Reflection.MemberInfo[]") {
                value, arguments in
                let search = search(value, arguments[1])
                return .array(
                    [MemberInfoObject.Kind.method, .property].compactMap { search.one($0, arguments.string(0)) }.map { .object($0) }
                )
            },
            .method(
                "InvokeMember", "string name", "object invokeAttr", "object binder", "object target", "object args?",
                "object modifiers?", "object culture?", "object namedParameters?", returns: "object"
            ) { try invokeMember($0, $1) },
            .method("GetInterfaces", returns: "type[]") { value, _ in types(interfaces(represented(value))) },
            .method("GetInterface", "string name", "object ignoreCase?", returns: "type") { value, arguments in
                let wanted = arguments.string(0)
                return interfaces(represented(value)).first {
                    arguments.bool(1)
                        ? $0.name.equalsIgnoringCase(wanted) || $0.shortName.equalsIgnoringCase(wanted)
                        : $0.name == wanted || $0.shortName == wanted
                }.map { .object(TypeObject($0)) } ?? .null
            },
            .method("GetGenericArguments", returns: "type[]") { value, _ in types(represented(value).genericArguments) },
            .property("GenericTypeArguments", "type[]") { types(represented($0).genericArguments) },
            .property("IsGenericType", "bool") { .bool(!represented($0).genericArguments.isEmpty) },
            .method("GetGenericTypeDefinition", returns: "type") { value, _ in
                let name = String(represented(value).name.prefix { $0 != "[" })
                return .object(TypeObject(GenericTypes.definition(name) ?? ObjectType(name)))
            },
            .method("GetCustomAttributes", "object attributeType?", "object inherit?", returns: "object[]") { _, _ in .array([]) },
            .property("Assembly", "System.Reflection.Assembly") { .object(AssemblyObject(of: represented($0))) },
            .property("AssemblyQualifiedName", "string") { value in
                .string("\(represented(value).name), \(AssemblyObject(of: represented(value)).stringForm ?? "")")
            },
            .property("IsAbstract", "bool") { .bool(represented($0).isInterface) },
            .property("IsPrimitive", "bool") { .bool(primitives.contains(represented($0).name)) },
            .property("UnderlyingSystemType", "type") { $0 },
        ]

    private static let primitives: Set<String> = Set(
        [
            "Boolean", "Byte", "SByte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Char", "Double", "Single",
        ].map { "System." + $0 })
}
