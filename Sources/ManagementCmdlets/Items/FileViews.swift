import Formatting
import Values

/// The format views of files and folders.
enum FileViews {
    private static let grouping = View.Grouping(" Directory") { value in
        .string((value.property("PSParentPath")?.displayText ?? "").replacing("Microsoft.PowerShell.Core\\FileSystem::", with: ""))
    }
    private static func date(_ format: String, _ width: Int) -> ViewColumn {
        ViewColumn("LastWriteTime", width: width, alignment: .right, format: format)
    }
    private static let name = ViewColumn(label: "Name", alignment: .left) {
        $0.property("NameString") ?? $0.property("Name") ?? .null
    }

    static let all: [View] = [
        View(
            "children", for: "System.IO.FileInfo", "System.IO.DirectoryInfo",
            shape: .table([
                ViewColumn("UnixMode", width: 10, alignment: .left), ViewColumn("User", width: 10, alignment: .right),
                ViewColumn("Group", width: 10, alignment: .left), date("MM/dd/yyyy HH:mm", 16),
                ViewColumn("Size", width: 12, alignment: .right), name,
            ]), grouping: grouping),
        View(
            "children", for: "System.IO.FileInfo#Windows", "System.IO.DirectoryInfo#Windows",
            shape: .table([
                ViewColumn("Mode", width: 6, alignment: .left), date("MM/dd/yyyy   HH:mm", 26),
                ViewColumn("Length", width: 14, alignment: .right), name,
            ]), grouping: grouping),
        list("System.IO.FileInfo", ["Name", "Length"], ["VersionInfo"]), list("System.IO.DirectoryInfo", ["Name"], []),
    ]

    private static func list(_ type: String, _ first: [String], _ last: [String]) -> View {
        let shared = ["CreationTime", "LastWriteTime", "LastAccessTime", "Mode", "LinkType", "Target"]
        return View("children", for: type, shape: .list((first + shared + last).map { ViewColumn($0) }), grouping: grouping)
    }
}
