import CmdletSupport
import Formatting
import Interpreter
import Values

/// The format views of the module's types.
enum UtilityViews {
    private static func column(_ property: String, _ width: Int? = nil, label: String? = nil, _ alignment: Alignment = .left)
        -> ViewColumn
    {
        ViewColumn(property, label: label, width: width, alignment: alignment)
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
            "AliasInfo", for: "System.Management.Automation.AliasInfo",
            shape: .list(
                ["DisplayName", "CommandType", "Definition", "ReferencedCommand", "ResolvedCommand"].map { ViewColumn($0) })),
        View(
            "CallStackFrame", for: "System.Management.Automation.CallStackFrame",
            shape: .table([column("Command"), column("Arguments"), column("Location")])),
        View(
            "GroupInfo", for: "Microsoft.PowerShell.Commands.GroupInfo",
            shape: .list(["Name", "Count", "Group", "Values"].map { ViewColumn($0) })),
        View("InformationRecord", for: "System.Management.Automation.InformationRecord", shape: .text { [$0.displayText] }),
        View(
            "Variable", for: "System.Management.Automation.PSVariable",
            shape: .table([ViewColumn("Name", width: 30, alignment: .left), ViewColumn("Value", alignment: .left)])),
        View(
            "Runspace", for: "System.Management.Automation.Runspaces.Runspace",
            shape: .table([
                ViewColumn("Id", width: 3, alignment: .right), ViewColumn("Name", width: 15, alignment: .left),
                ViewColumn("ComputerName", width: 15, alignment: .left),
                ViewColumn(label: "Type", width: 13, alignment: .left) { _ in .string("Local") },
                ViewColumn(label: "State", width: 13, alignment: .left) {
                    $0.property("RunspaceStateInfo")?.property("State") ?? .null
                },
                ViewColumn("RunspaceAvailability", label: "Availability", width: 15, alignment: .left),
            ])),
    ]
}
