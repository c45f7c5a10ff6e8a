import Values

/// Microsoft.PowerShell.Commands.MemberDefinition: a member as Get-Member lists it.
enum MemberDefinition {
    static let type = ObjectType("Microsoft.PowerShell.Commands.MemberDefinition", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.MemberDefinition") { MemberDefinition.type }
}
