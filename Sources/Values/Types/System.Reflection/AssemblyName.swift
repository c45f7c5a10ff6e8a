extension ObjectType {
    static let assemblyName = ObjectType("System.Reflection.AssemblyName", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Reflection.AssemblyName") { .assemblyName }
}
