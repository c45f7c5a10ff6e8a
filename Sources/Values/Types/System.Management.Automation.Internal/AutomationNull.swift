extension ObjectType {
    static let automationNull = ObjectType(
        "System.Management.Automation.Internal.AutomationNull", base: .object, statics: [.constant("Value", "object") { .nothing }])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Internal.AutomationNull") { .automationNull }
}
