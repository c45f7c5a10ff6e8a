import Values

/// System.Management.Automation.CustomControl: a layout of its own.
enum CustomControlObject {
    static let type = ObjectType("System.Management.Automation.CustomControl", base: PSControl.type)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.CustomControl") { CustomControlObject.type }
}
