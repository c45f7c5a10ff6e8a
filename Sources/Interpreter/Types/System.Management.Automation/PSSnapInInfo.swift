import Values

/// System.Management.Automation.PSSnapInInfo: where a provider is from.
enum PSSnapInInfo {
    static let type = ObjectType(
        "System.Management.Automation.PSSnapInInfo", base: .object,
        members: [.property("Name", "string", of: String.self, \.self) { .string($0) }])

    /// PowerShell's own providers are from here.
    static var core: Value { .object(NativeObject("Microsoft.PowerShell.Core", type: type, text: { $0 })) }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSSnapInInfo") { PSSnapInInfo.type }
}
