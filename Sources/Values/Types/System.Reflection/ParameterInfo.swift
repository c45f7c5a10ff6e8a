extension MemberInfoObject {
    static let parameterType = ObjectType("System.Reflection.ParameterInfo", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Reflection.ParameterInfo") { MemberInfoObject.parameterType }
}
