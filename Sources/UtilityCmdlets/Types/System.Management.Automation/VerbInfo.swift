import Values

/// System.Management.Automation.VerbInfo: an approved verb.
enum VerbInfo {
    static let type = ObjectType("System.Management.Automation.VerbInfo", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.VerbInfo") { VerbInfo.type }
}
