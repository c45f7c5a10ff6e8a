import Formatting
import Values

/// The format view of jobs.
enum JobViews {
    static let all: [View] = [
        View(
            "Job", for: "System.Management.Automation.Job",
            shape: .table(
                [
                    ("Id", 6), ("Name", 15), ("PSJobTypeName", 15), ("State", 13), ("HasMoreData", 15), ("Location", 20),
                    ("Command", 25),
                ].map { ViewColumn($0.0, width: $0.1, alignment: .left) }))
    ]
}
