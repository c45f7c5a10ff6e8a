import Formatting
import Interpreter
import Values

/// The format views of drives and providers.
enum DriveViews {
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
    ]
}

/// The used and free space of the file system that a drive is on, in bytes.
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
