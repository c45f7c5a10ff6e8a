import CmdletKit
import Containers

/// A verb of the docker command: its command line, its help, its completion and its work.
struct DockerVerb: Sendable {
    /// What the verb's operands name, for completion.
    enum Operand: Sendable { case none, containers, stoppedContainers, runningContainers, images }

    /// The verb's name.
    var name: String
    /// Other forms with a noun before them: `container ls` for ps.
    var managed: [(noun: String, verb: String)] = []
    /// The line of the help.
    var synopsis: String
    /// The command line behind the verb, as the help shows it.
    var usage: String
    /// The verb's options.
    var options: [DockerOption] = []
    /// What the verb's operands name.
    var operand: Operand = .none
    /// The number of operands that the verb accepts.
    var count: ClosedRange<Int> = 0...Int.max
    /// Whether the options end at the first operand, because a command with options of its own follows it.
    var takesCommand = false
    /// Runs the verb and returns the exit code.
    var perform: @Sendable (DockerSession, DockerArguments) throws(DockerError) -> Int32

    /// All verbs, in the order of the help.
    static let all: [DockerVerb] = [
        .run, .create, .start, .stop, .restart, .kill, .wait, .exec, .ps, .images, .logs, .inspect, .rename, .rm, .version, .info,
    ]

    /// The verb that begins a command line, and how many words name it; nil if there is none.
    static func find(_ words: ArraySlice<String>) -> (verb: DockerVerb, words: Int)? {
        guard let first = words.first else { return nil }
        if let verb = all.first(where: { $0.name == first }) { return (verb, 1) }
        guard let second = words.dropFirst().first else { return nil }
        return all.first { verb in verb.managed.contains { $0.noun == first && $0.verb == second } }.map { ($0, 2) }
    }

    /// Docker's verbs that this command does not have: the error says so, instead of "is not a docker command".
    static let missing: Set<String> = [
        "attach", "build", "commit", "cp", "diff", "events", "export", "history", "import", "load", "login", "logout", "pause",
        "port", "pull", "push", "rmi", "save", "search", "stats", "tag", "top", "unpause", "update",
    ]

    /// Docker's management commands, whose verb is the word behind them (`docker image ls`).
    static let groups: Set<String> = [
        "network", "volume", "compose", "system", "container", "image", "context", "builder", "buildx", "swarm", "service", "node",
        "stack", "plugin", "secret", "config", "trust", "manifest", "checkpoint",
    ]

    // MARK: Help

    /// The text of `docker VERB --help`.
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

    /// The text of `docker --help`.
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
    /// The text with spaces behind it, at least that many characters long.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
