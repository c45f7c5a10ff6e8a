import Values

/// System.Management.Automation.ListControl: a list.
enum ListControl {
    static let type = ObjectType("System.Management.Automation.ListControl", base: PSControl.type)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ListControl") { ListControl.type }
}
