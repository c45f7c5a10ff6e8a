import Values

/// Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus: an answer to an echo request.
enum PingStatus {
    static let type = ObjectType("Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus") { PingStatus.type }
}
