import Formatting
import Values

/// The format views of commands, methods, modules and the history.
enum CoreViews {
    static let all: [View] = [
        View(
            "CommandInfo", for: "System.Management.Automation.CommandInfo",
            shape: .table([
                ViewColumn("CommandType", width: 15, alignment: .left),
                ViewColumn(label: "Name", width: 50, alignment: .left) {
                    $0.property("DisplayName") ?? $0.property("Name") ?? .null
                },
                ViewColumn("Version", width: 10, alignment: .left), ViewColumn("Source", alignment: .left),
            ])),
        View(
            "Method", for: "System.Management.Automation.PSMethodInfo",
            shape: .table([
                ViewColumn(label: "OverloadDefinitions", alignment: .left) { value in
                    .string((value.property("OverloadDefinitions")?.enumerated ?? []).map(\.displayText).joined(separator: "\n"))
                }
            ]), wraps: true),
        View(
            "Module", for: "System.Management.Automation.PSModuleInfo",
            shape: .table([
                ViewColumn("ModuleType", width: 10, alignment: .left), ViewColumn("Version", width: 10, alignment: .left),
                ViewColumn(label: "PreRelease", width: 10, alignment: .left) { _ in .string("") },
                ViewColumn("Name", width: 35, alignment: .left),
                ViewColumn(label: "ExportedCommands", alignment: .left) { value in
                    let functions = value.property("ExportedCommands")?.asObject(HashtableObject.self)?.keys ?? []
                    let cmdlets = value.property("ExportedCmdlets")?.asObject(HashtableObject.self)?.keys ?? []
                    let names = (functions + cmdlets).map(\.displayText)
                    let shown = names.prefix(4).joined(separator: ", ")
                    return .string("{" + shown + (names.count > 4 ? "…" : "") + "}")
                },
            ])),
        View(
            "History", for: "Microsoft.PowerShell.Commands.HistoryInfo",
            shape: .table([
                ViewColumn("Id", width: 4, alignment: .right),
                ViewColumn(label: "Duration", width: 12, alignment: .right) { value in
                    .string(value.property("Duration").map { DurationText.short($0) } ?? "")
                }, ViewColumn("CommandLine", alignment: .left),
            ])),
    ]
}

/// A duration as the history shows it: seconds with three decimals, and from a minute on the minutes before them.
private enum DurationText {
    static func short(_ value: Value) -> String {
        guard let span = value.asObject(TimeSpanObject.self)?.span else { return "" }
        let seconds = Value.double(span.totalSeconds.truncatingRemainder(dividingBy: 60))
        let text = (try? NumberFormat.format(seconds, "0.000")) ?? ""
        let minutes = Int(exactly: (span.totalSeconds / 60).rounded(.down)) ?? 0
        return minutes == 0 ? text : "\(minutes):\(text)"
    }
}
