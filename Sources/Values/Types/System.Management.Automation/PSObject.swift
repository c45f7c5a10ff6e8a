extension ObjectType {
    /// The wrapper that PowerShell puts around objects: here every object is its own.
    public static let psObject = ObjectType(
        "System.Management.Automation.PSObject", base: .object, construct: { $0.count == 0 ? .object(CustomObject()) : $0[0] },
        convert: { $0 })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSObject", "psobject", "pscustomobject") { .psObject }
}
