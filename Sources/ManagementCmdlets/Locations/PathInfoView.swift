import Formatting
import Values

/// The format view of the object that Get-Location writes.
enum PathInfoView {
    static let all: [View] = [
        View("PathInfo", for: "System.Management.Automation.PathInfo", shape: .table([ViewColumn("Path", alignment: .left)]))
    ]
}
