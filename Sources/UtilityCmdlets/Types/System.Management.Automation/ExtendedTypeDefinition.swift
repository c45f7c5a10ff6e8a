import Values

/// System.Management.Automation.ExtendedTypeDefinition: a type with its views.
enum ExtendedTypeDefinition {
    static let type = ObjectType("System.Management.Automation.ExtendedTypeDefinition", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ExtendedTypeDefinition") { ExtendedTypeDefinition.type }
}
