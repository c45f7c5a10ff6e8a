import Values

// System.Management.Automation.IArgumentCompleter: a class that completes a parameter (about_Functions_Argument_Completion).
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(interface: "System.Management.Automation.IArgumentCompleter")
}
