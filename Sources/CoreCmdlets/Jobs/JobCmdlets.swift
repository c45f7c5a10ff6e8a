import CmdletKit
import Formatting
import Values

/// The cmdlets over jobs and runspaces.
public enum JobCmdlets {
    private static let core = "Microsoft.PowerShell.Core"

    public static let all: [CmdletRegistration] = [
        CmdletRegistration(GetJob.self, module: core), CmdletRegistration(WaitJob.self, module: core),
        CmdletRegistration(ReceiveJob.self, module: core), CmdletRegistration(StopJob.self, module: core),
        CmdletRegistration(RemoveJob.self, module: core), CmdletRegistration(StartJob.self, module: core),
        CmdletRegistration(
            StartThreadJob.self, module: "Microsoft.PowerShell.ThreadJob", namespace: "Microsoft.PowerShell.ThreadJob"),
        CmdletRegistration(GetRunspace.self, module: "Microsoft.PowerShell.Utility"),
    ]

    /// How jobs and runspaces are shown.
    static let views: [View] = [
        View(
            "Job", for: "System.Management.Automation.Job",
            shape: .table(
                [
                    ("Id", 6), ("Name", 15), ("PSJobTypeName", 15), ("State", 13), ("HasMoreData", 15), ("Location", 20),
                    ("Command", 25),
                ].map { ViewColumn($0.0, width: $0.1, alignment: .left) })),
        View(
            "Runspace", for: "System.Management.Automation.Runspaces.Runspace",
            shape: .table([
                ViewColumn("Id", width: 3, alignment: .right), ViewColumn("Name", width: 15, alignment: .left),
                ViewColumn("ComputerName", width: 15, alignment: .left), ViewColumn("Type", width: 13, alignment: .left),
                ViewColumn(label: "State", width: 13, alignment: .left) {
                    $0.property("RunspaceStateInfo")?.property("State") ?? .null
                },
                ViewColumn("RunspaceAvailability", label: "Availability", width: 15, alignment: .left),
            ])),
    ]
}
