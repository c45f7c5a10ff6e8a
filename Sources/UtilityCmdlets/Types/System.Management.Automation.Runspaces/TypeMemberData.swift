import Values

/// System.Management.Automation.Runspaces.TypeMemberData: the base of what describes a member of type data.
enum TypeMemberData {
    static let type = ObjectType("System.Management.Automation.Runspaces.TypeMemberData", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.TypeMemberData") { TypeMemberData.type }
}
