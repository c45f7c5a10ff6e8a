import Values

/// System.Management.Automation.ProgressRecordType: whether a record updates a bar or removes it.
enum ProgressRecordType {
    static let type = ObjectType.enumeration(
        "System.Management.Automation.ProgressRecordType", Enumeration(["Processing", "Completed"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ProgressRecordType") { ProgressRecordType.type }
}
