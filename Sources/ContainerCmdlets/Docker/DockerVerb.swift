import CmdletKit
import Containers

/// A verb of docker's: how it is called, what it does, what completes it.
struct DockerVerb: Sendable {
    /// What its operands name.
    enum Operand: Sendable { case none, containers, stoppedContainers, runningContainers, images }

    var name: String
    /// `ls` in `docker container ls`.
    var managed: [(noun: String, verb: String)] = []
    var synopsis: String
    /// What follows the verb.
    var usage: String
    var options: [DockerOption] = []
    var operand: Operand = .none
    /// How many operands it takes.
    var count: ClosedRange<Int> = 0...Int.max
    /// The first operand ends the options: behind it stands a command with options of its own.
    var takesCommand = false
    var perform: @Sendable (DockerSession, DockerArguments) throws(DockerError) -> Int32

    static let all: [DockerVerb] = [
        .run, .create, .start, .stop, .restart, .kill, .wait, .exec, .ps, .images, .logs, .inspect, .rename, .rm, .version, .info,
    ]

    /// The verb that words begin with, and how many words name it.
    static func find(_ words: ArraySlice<String>) -> (verb: DockerVerb, words: Int)? {
        guard let first = words.first else { return nil }
        if let verb = all.first(where: { $0.name == first }) { return (verb, 1) }
        guard let second = words.dropFirst().first else { return nil }
        return all.first { verb in verb.managed.contains { $0.noun == first && $0.verb == second } }.map { ($0, 2) }
    }

    /// Known to docker's users, and not built here.
    static let missing: Set<String> = [
        "attach", "build", "commit", "cp", "diff", "events", "export", "history", "import", "load", "login", "logout", "pause",
        "port", "pull", "push", "rmi", "save", "search", "stats", "tag", "top", "unpause", "update", "network", "volume", "compose",
        "system", "container", "image", "context", "builder", "buildx", "swarm", "service", "node", "stack", "plugin", "secret",
        "config", "trust", "manifest", "checkpoint",
    ]

    // MARK: Help

    var help: String {
        var lines = ["", "Usage:  docker \(name) \(usage)", "", synopsis]
        let shown = options.filter(\.isAvailable)
        if !shown.isEmpty {
            lines += ["", "Options:"]
            let rows = shown.sorted { $0.long < $1.long }.map { option in
                let short = option.short.map { "-\($0), " } ?? "    "
                return ("  \(short)--\(option.long)" + (option.value.map { " \($0)" } ?? ""), option.help)
            }
            let width = rows.map(\.0.count).max() ?? 0
            lines += rows.map { $0.0.padded(to: width + 3) + $0.1 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static var overview: String {
        var lines = [
            "", "Usage:  docker [OPTIONS] COMMAND", "",
            "Runs and manages containers of this shell's container host, of both runtime types",
            "", "Commands:",
        ]
        lines += all.map { "  " + $0.name.padded(to: 12) + $0.synopsis }
        lines += ["", "Run 'docker COMMAND --help' for more information on a command."]
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    /// With blanks behind it, at least so many characters long.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
