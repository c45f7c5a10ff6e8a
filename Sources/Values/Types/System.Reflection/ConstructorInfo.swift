extension MemberInfoObject {
    static let constructorType = ObjectType(
        "System.Reflection.ConstructorInfo", base: callable,
        members: [
            .method("Invoke", "object parameters", returns: "object") { try info($0).call(.null, $1.list(0)) }
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Reflection.ConstructorInfo") { MemberInfoObject.constructorType }
}
