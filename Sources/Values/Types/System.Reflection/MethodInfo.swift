extension MemberInfoObject {
    static let methodType = ObjectType(
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
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Reflection.MethodInfo") { MemberInfoObject.methodType }
}
