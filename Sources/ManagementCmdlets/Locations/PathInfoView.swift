import Formatting
import Values

/// How Get-Location's object is shown.
enum PathInfoView {
    static let all: [View] = [
        View("PathInfo", for: "System.Management.Automation.PathInfo", shape: .table([ViewColumn("Path", alignment: .left)]))
    ]
}
