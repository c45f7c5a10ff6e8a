import Values

// System.Management.Automation.Runspaces.InitialSessionStateEntryCollection: the entries of one kind, a
// Collection of them.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Management.Automation.Runspaces.InitialSessionStateEntryCollection", arity: 1...1) { name, arguments in
        ObjectType(
            name, base: GenericTypes.find("System.Collections.ObjectModel.Collection", arguments) ?? .list,
            genericArguments: arguments)
    }
}
