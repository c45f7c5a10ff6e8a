import Values

/// System.Management.Automation.Runspaces.TypeData: what Update-TypeData added to a type.
enum TypeDataObject {
    static let type = ObjectType("System.Management.Automation.Runspaces.TypeData", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.TypeData") { TypeDataObject.type }
}
