import Values

/// Microsoft.PowerShell.Commands.TestConnectionCommand+TcpPortStatus: whether a port takes connections.
enum TCPPortStatus {
    static let type = ObjectType("Microsoft.PowerShell.Commands.TestConnectionCommand+TcpPortStatus", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.TestConnectionCommand+TcpPortStatus") { TCPPortStatus.type }
}
