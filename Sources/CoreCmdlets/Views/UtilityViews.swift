import Formatting
import Interpreter
import Values

/// How what the utility cmdlets write is shown.
enum UtilityViews {
    private static func column(_ property: String, _ width: Int? = nil, label: String? = nil, _ alignment: Alignment = .left)
        -> ViewColumn
    {
        ViewColumn(property, label: label, width: width, alignment: alignment)
    }

    private static func gigabytes(_ label: String, _ read: @escaping @Sendable (Value) -> Int64?) -> ViewColumn {
        ViewColumn(label: label, width: 13, alignment: .right) { value in
            guard let bytes = read(value) else { return .null }
            return .string((try? NumberFormat.format(.double(Double(bytes) / 1_073_741_824), "###0.00")) ?? "")
        }
    }

    static let all: [View] = [
        View(
            "MatchInfo", for: "Microsoft.PowerShell.Commands.MatchInfo",
            shape: .custom { value in
                (value.asObject(MatchInfo.self)?.shown ?? value.displayText).split(
                    separator: "\n", omittingEmptySubsequences: false
                )
                .map(String.init)
            }),
        View(
            "Help", for: "HelpInfo", shape: .text { $0.asObject(HelpObject.self)?.lines ?? [$0.displayText] }),
        View(
            "HelpText", for: "MamlTextItem",
            shape: .text {
                ($0.property("Text")?.displayText ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            }),
        View(
            "FileHash", for: "Microsoft.PowerShell.Commands.FileHashInfo",
            shape: .table([column("Algorithm", 15), column("Hash", 70), column("Path")])),
        View(
            "Culture", for: "System.Globalization.CultureInfo",
            shape: .table([column("LCID", 16), column("Name", 16), column("DisplayName")])),
        View(
            "ByteCollection", for: "Microsoft.PowerShell.Commands.ByteCollection",
            shape: .table([
                ViewColumn("HexOffset", label: "Offset", width: 16, alignment: .right),
                ViewColumn(
                    "HexBytes", label: "Bytes\n00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F", width: 47, alignment: .left),
                column("Ascii", 16),
            ]), grouping: View.Grouping(property: "Label")),
        View(
            "drive", for: "System.Management.Automation.PSDriveInfo",
            shape: .table([
                column("Name", 10), gigabytes("Used (GB)") { DriveUse(of: $0)?.used },
                gigabytes("Free (GB)") { DriveUse(of: $0)?.free },
                ViewColumn(label: "Provider", width: 13, alignment: .left) { $0.property("Provider")?.property("Name") ?? .null },
                column("Root", 35), column("CurrentLocation", nil, label: nil, .right),
            ])),
        View(
            "provider", for: "System.Management.Automation.ProviderInfo",
            shape: .table([column("Name", 20), column("Capabilities"), column("Drives")])),
        View(
            "AliasInfo", for: "System.Management.Automation.AliasInfo",
            shape: .list(
                ["DisplayName", "CommandType", "Definition", "ReferencedCommand", "ResolvedCommand"].map { ViewColumn($0) })),
        View(
            "CallStackFrame", for: "System.Management.Automation.CallStackFrame",
            shape: .table([column("Command"), column("Arguments"), column("Location")])),
        View(
            "GroupInfo", for: "Microsoft.PowerShell.Commands.GroupInfo",
            shape: .list(["Name", "Count", "Group", "Values"].map { ViewColumn($0) })),
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
        View("InformationRecord", for: "System.Management.Automation.InformationRecord", shape: .text { [$0.displayText] }),
    ]
}

/// How full the file system of a drive is.
private struct DriveUse {
    let used: Int64
    let free: Int64

    init?(of value: Value) {
        guard let drive = DriveObject.drive(value), drive.provider == .fileSystem, let space = FileSystemSpace(drive.root) else {
            return nil
        }
        used = space.used
        free = space.free
    }
}
