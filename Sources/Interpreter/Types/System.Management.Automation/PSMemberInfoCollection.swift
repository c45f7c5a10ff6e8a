import Values

// System.Management.Automation.PSMemberInfoCollection: the base of the collections of members.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Management.Automation.PSMemberInfoCollection", arity: 1...1) {
        ObjectType($0, base: .object, genericArguments: $1)
    }
}
