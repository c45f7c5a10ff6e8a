import Values

/// System.Management.Automation.WideControl: one property in columns.
enum WideControl {
    static let type = ObjectType("System.Management.Automation.WideControl", base: PSControl.type)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.WideControl") { WideControl.type }
}
