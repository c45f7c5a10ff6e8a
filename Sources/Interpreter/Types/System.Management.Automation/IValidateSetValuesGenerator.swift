import Values

// System.Management.Automation.IValidateSetValuesGenerator: a class that gives the values of ValidateSet.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(interface: "System.Management.Automation.IValidateSetValuesGenerator")
}
