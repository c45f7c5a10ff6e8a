import Values

/// Microsoft.PowerShell.Commands.HistoryInfo: a line that was entered.
enum HistoryInfo {
    static let type = ObjectType("Microsoft.PowerShell.Commands.HistoryInfo", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.HistoryInfo") { HistoryInfo.type }
}
