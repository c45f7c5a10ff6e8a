import Formatting
import Values

/// The format views of processes and their modules.
enum ProcessViews {
    private static func megabytes(_ label: String, _ property: String, _ width: Int) -> ViewColumn {
        ViewColumn(label: label, width: width, alignment: .right, format: "N2") { value in
            guard let bytes = value.property(property), !bytes.isNull, let number = try? Conversion.double(bytes) else {
                return .null
            }
            return .double(number / 1_048_576)
        }
    }

    private static func kilobytes(_ label: String, _ property: String, _ width: Int) -> ViewColumn {
        whole(label, property, width, unit: 1024)
    }

    private static func wholeMegabytes(_ label: String, _ property: String, _ width: Int) -> ViewColumn {
        whole(label, property, width, unit: 1_048_576)
    }

    private static func whole(_ label: String, _ property: String, _ width: Int, unit: Int64) -> ViewColumn {
        ViewColumn(label: label, width: width, alignment: .right) { value in
            guard let bytes = value.property(property), !bytes.isNull, let number = try? Conversion.integer(bytes) else {
                return .null
            }
            return .long(number / unit)
        }
    }

    private static let id = ViewColumn("Id", width: 7, alignment: .right)
    private static let name = ViewColumn("ProcessName", alignment: .left)
    private static let cpu = ViewColumn("CPU", label: "CPU(s)", width: 10, alignment: .right, format: "N2")

    static let all: [View] = [
        // PowerShell 7's view on Unix.
        View(
            "process", for: "System.Diagnostics.Process",
            shape: .table([
                kilobytes("NPM(K)", "NPM", 7), megabytes("PM(M)", "PM", 8), megabytes("WS(M)", "WS", 10), cpu, id,
                ViewColumn("SI", width: 7, alignment: .right), name,
            ])),
        View(
            "ProcessWithUserName", for: "System.Diagnostics.Process#IncludeUserName",
            shape: .table([
                megabytes("WS(M)", "WS", 10), cpu.narrowed(8), id, ViewColumn("UserName", width: 30, alignment: .left), name,
            ])),
        View(
            "ProcessModule", for: "System.Diagnostics.ProcessModule",
            shape: .table([
                ViewColumn("Size", label: "Size(K)", width: 10, alignment: .right),
                ViewColumn("ModuleName", width: 50, alignment: .left),
                ViewColumn("FileName", alignment: .left),
            ])),
        // The view in a container's session: HostId is the PID on the container host.
        View(
            "process", for: "System.Diagnostics.Process#Session",
            shape: .table([
                megabytes("PM(M)", "PM", 8), megabytes("WS(M)", "WS", 10), cpu, id,
                ViewColumn("HostId", width: 7, alignment: .right),
                ViewColumn("SI", width: 7, alignment: .right), name,
            ])),
        // Windows PowerShell's view, for the simulated host.
        View(
            "process", for: "System.Diagnostics.Process#Windows",
            shape: .table([
                ViewColumn("Handles", width: 7, alignment: .right), kilobytes("NPM(K)", "NPM", 7), kilobytes("PM(K)", "PM", 8),
                kilobytes("WS(K)", "WS", 10), wholeMegabytes("VM(M)", "VM", 5), cpu.narrowed(8),
                ViewColumn("Id", width: 6, alignment: .right), ViewColumn("SI", width: 3, alignment: .right), name,
            ]), ellipsis: .dots),
    ]
}

extension ViewColumn {
    fileprivate func narrowed(_ width: Int) -> ViewColumn {
        ViewColumn(label: label, width: width, alignment: alignment, format: format, value: value)
    }
}
