import Values

extension CommandObjectTypes {
    /// The type of filters: functions whose body is a process block.
    static let filter = ObjectType("System.Management.Automation.FilterInfo", base: function)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.FilterInfo") { CommandObjectTypes.filter }
}
