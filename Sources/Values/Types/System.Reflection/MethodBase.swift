extension MemberInfoObject {
    static let callable = ObjectType(
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
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Reflection.MethodBase") { MemberInfoObject.callable }
}
