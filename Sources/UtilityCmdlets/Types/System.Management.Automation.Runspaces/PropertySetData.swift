import Values

/// System.Management.Automation.Runspaces.PropertySetData: the names of a set of properties.
enum PropertySetData {
    static let type = ObjectType("System.Management.Automation.Runspaces.PropertySetData", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.PropertySetData") { PropertySetData.type }
}
