import Formatting
import Values

/// The format views of the results of Test-Connection.
enum TestConnectionViews {
    private static func column(_ property: String, _ width: Int? = nil, label: String? = nil, _ alignment: Alignment = .left)
        -> ViewColumn
    {
        ViewColumn(property, label: label, width: width, alignment: alignment)
    }

    static let all: [View] = [
        View(
            "PingStatus", for: "Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus",
            shape: .table([
                column("Ping", 4, .right), column("Source", 16), column("DisplayAddress", 25, label: "Address"),
                column("Latency", 7, label: "Latency(ms)", .right), column("BufferSize", 10, label: "BufferSize(B)", .right),
                column("Status", 16),
            ]), grouping: View.Grouping(property: "Destination")),
        View(
            "TcpPortStatus", for: "Microsoft.PowerShell.Commands.TestConnectionCommand+TcpPortStatus",
            shape: .table([
                column("Id", 4, .right), column("Source", 16), column("TargetAddress", 25, label: "Address"),
                column("Port", 7, .right),
                column("Latency", 7, label: "Latency(ms)", .right), column("Connected", 10), column("Status", 24),
            ]), grouping: View.Grouping(property: "Target")),
    ]
}
