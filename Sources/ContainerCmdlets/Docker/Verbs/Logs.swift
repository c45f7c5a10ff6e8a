import CmdletKit
import Containers
import LinuxSystem

/// `docker logs`.
extension DockerVerb {
    static let logs = DockerVerb(
        name: "logs", managed: [("container", "logs")], synopsis: "Fetch the logs of a container", usage: "[OPTIONS] CONTAINER",
        options: [
            .flag("follow", "f", "Follow log output"), .flag("timestamps", "t", "Show timestamps"),
            .value("tail", "n", "string", "Number of lines to show from the end of the logs (default \"all\")"),
            .missing("since"), .missing("until"), .missing("details", value: false),
        ], operand: .containers, count: 1...1
    ) { (session, arguments) throws(DockerError) in
        let id = try session.container(arguments.operands[0]).id
        var printer = LogPrinter(session, timestamps: arguments.isOn("timestamps"))
        var entries = try session.daemon { () throws(ContainerError) in try session.host.output(of: id) }
        printer.print(tail(entries, arguments.value("tail")))
        guard arguments.isOn("follow") else { return 0 }
        // Each turn reads the whole log again. The log is bounded (two files), and people follow it, so simple is fast enough.
        while true {
            let isOff = (try? session.host.container(id).state) ?? .off == .off
            let now = (try? session.host.output(of: id)) ?? entries
            let seen = entries.last.flatMap { last in now.lastIndex(of: last).map { $0 + 1 } } ?? 0
            printer.print(Array(now[seen...]))
            entries = now
            if isOff { return 0 }
            try session.pause(0.2)
        }
    }

    /// The last lines of the log.
    /// - Parameter count: --tail; nil or no number for all lines.
    private static func tail(_ entries: [ContainerOutput], _ count: String?) -> [ContainerOutput] {
        guard let count = count.flatMap({ Int($0) }), count >= 0 else { return entries }
        var left = count
        var kept: [ContainerOutput] = []
        for entry in entries.reversed() where left > 0 {
            let lines = entry.text.split(separator: "\n", omittingEmptySubsequences: false)
            let whole = entry.text.hasSuffix("\n") ? lines.dropLast() : lines[...]
            var shown = entry
            if whole.count > left {
                shown.text = whole.suffix(left).joined(separator: "\n") + (entry.text.hasSuffix("\n") ? "\n" : "")
            }
            left -= whole.count
            kept.append(shown)
        }
        return kept.reversed()
    }
}

/// Writes what a container printed, each piece to the stream that it came from, with --timestamps before each line.
private struct LogPrinter {
    private let session: DockerSession
    private let timestamps: Bool
    private var atLineStart = true

    init(_ session: DockerSession, timestamps: Bool) {
        self.session = session
        self.timestamps = timestamps
    }

    mutating func print(_ entries: [ContainerOutput]) {
        for entry in entries {
            let target = entry.stream == .error ? session.context.error : session.context.output
            try? writeFully(target, timestamps ? stamped(entry) : entry.text)
        }
    }

    private mutating func stamped(_ entry: ContainerOutput) -> String {
        var result = ""
        for line in entry.text.split(separator: "\n", omittingEmptySubsequences: false) {
            if !result.isEmpty || line.startIndex > entry.text.startIndex {
                result += "\n"
                atLineStart = true
            }
            if atLineStart, !line.isEmpty { result += DockerText.time(entry.time) + " " }
            result += line
            if !line.isEmpty { atLineStart = false }
        }
        return result
    }
}

extension DockerSession {
    /// Waits that many seconds.
    /// - Throws: `DockerError` without a message and with the exit code 128 + n, if signal n arrives.
    func pause(_ seconds: Double) throws(DockerError) {
        guard let ready = try? Poll.wait(for: [(context.signals, .input)], timeout: seconds), !ready.isEmpty else { return }
        let number = (try? readSome(context.signals, atMost: 1))?.first ?? 0
        throw DockerError("", code: 128 + Int32(number))
    }
}
