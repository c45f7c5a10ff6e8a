enum TypeMembers {
    private static func represented(_ value: Value) -> ObjectType { value.asObject(TypeObject.self)?.represented ?? .object }

    static let statics: [Member] = [
        .function("GetType", "string typeName", "bool throwOnError?", "bool ignoreCase?", returns: "type") { arguments in
            let name = String(arguments.string(0).prefix { $0 != "," })
            if let type = TypeTable.builtin.find(name) { return .object(TypeObject(type)) }
            guard arguments.bool(1) else { return .null }
            throw ValueError(
                "Could not load type '\(name)'.", id: "TypeLoadException", exception: "System.TypeLoadException",
                category: "NotSpecified")
        },
        .constant("EmptyTypes", "type[]") { .array(ArrayObject([], of: .type)) },
    ]

    static let instance: [Member] =
        [
            // In strings it is the accelerator.
            .method("ToString", returns: "string") { value, _ in .string(represented(value).name) },
            .method("GetTypeInfo", returns: "type") { value, _ in value },
            .property("IsPublic", "bool") { _ in .bool(true) },
            .property("IsSerializable", "bool") { .bool(represented($0).isSerializable) },
            .property("Name", "string") { .string(represented($0).shortName) },
            .property("BaseType", "type") { value in represented(value).base.map { .object(TypeObject($0)) } ?? .null },
            .property("FullName", "string") { .string(represented($0).name) },
            .property("Namespace", "string") { value in
                .string(represented(value).name.split(separator: ".").dropLast().joined(separator: "."))
            },
            .property("IsValueType", "bool") { .bool(represented($0).isValueType) },
            .property("IsEnum", "bool") { .bool(represented($0).enumeration != nil) },
            .property("IsArray", "bool") { .bool(represented($0).element != nil) },
            .property("IsInterface", "bool") { .bool(represented($0).isInterface) },
            .property("IsClass", "bool") { .bool(!represented($0).isValueType && !represented($0).isInterface) },
            .method("GetEnumNames", returns: "string[]") { value, _ in EnumMembers.names(represented(value)) },
            .method("GetEnumValues", returns: "array") { value, _ in EnumMembers.values(represented(value)) },
            .method("GetEnumValuesAsUnderlyingType", returns: "array") { value, _ in EnumMembers.numbers(represented(value)) },
            .method("GetEnumName", "object value", returns: "string") { try EnumMembers.name(represented($0), $1[0]) },
            .method("GetEnumUnderlyingType", returns: "type") { value, _ in
                .object(TypeObject(EnumMembers.underlying(represented(value))))
            },
            .method("IsEnumDefined", "object value", returns: "bool") { .bool(EnumMembers.isDefined(represented($0), $1[0])) },
            .method("GetElementType", returns: "type") { value, _ in
                represented(value).element.map { .object(TypeObject($0)) } ?? .null
            },
            .method("IsInstanceOfType", "object o", returns: "bool") {
                .bool(!$1[0].isNull && $1[0].type.isKind(of: represented($0)))
            },
            .method("IsAssignableFrom", "type c", returns: "bool") { value, arguments in
                .bool(arguments[0].asObject(TypeObject.self)?.represented.isKind(of: represented(value)) ?? false)
            },
            .method("IsSubclassOf", "type c", returns: "bool") { value, arguments in
                guard let other = arguments[0].asObject(TypeObject.self)?.represented, other !== represented(value) else {
                    return .bool(false)
                }
                return .bool(represented(value).isKind(of: other))
            },
        ] + TypeReflection.members
}
