import Values

extension GroupInfo {
    /// Microsoft.PowerShell.Commands.GroupInfoNoElement: what Group-Object -NoElement writes.
    static let countedType = ObjectType("Microsoft.PowerShell.Commands.GroupInfoNoElement", base: objectType)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.GroupInfoNoElement") { GroupInfo.countedType }
}
