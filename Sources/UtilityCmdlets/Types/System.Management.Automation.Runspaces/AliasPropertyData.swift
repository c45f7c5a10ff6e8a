import Values

/// System.Management.Automation.Runspaces.AliasPropertyData: another name of a property.
enum AliasPropertyData {
    static let type = ObjectType("System.Management.Automation.Runspaces.AliasPropertyData", base: TypeMemberData.type)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.AliasPropertyData") { AliasPropertyData.type }
}
