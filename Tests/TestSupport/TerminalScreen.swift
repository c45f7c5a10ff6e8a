import Glibc
import LinuxSystem

/// A real terminal with the shell in it: tmux interprets its output and types the keys.
public final class TerminalScreen: Sendable {
    private let socket: String
    private let folder: String
    private let tmux: String

    /// A state of the screen that was expected and not reached, or a failure of tmux.
    public struct NotShown: Error, CustomStringConvertible {
        public let description: String
    }

    /// Starts a shell in a new terminal.
    /// - Parameters:
    ///   - arguments: the shell's arguments.
    ///   - columns: the terminal's columns.
    ///   - rows: the terminal's rows.
    ///   - home: the home folder, with history and profile; nil for a new and empty one.
    ///   - environment: further environment variables.
    /// - Throws: `NotShown` if tmux is not installed or fails.
    public init(
        _ arguments: [String] = ["-NoProfile", "-NoLogo"], columns: Int = 80, rows: Int = 24, home: String? = nil,
        environment: [String: String] = [:]
    ) throws {
        guard let tmux = findTool("tmux") else { throw NotShown(description: "tmux is not installed: apt-get install tmux") }
        self.tmux = tmux
        folder = try Folders.makeTemporary(prefix: "bulkhead-terminal-")
        socket = folder + "/tmux"
        let command =
            (["env", "HOME=\(home ?? folder)", "XDG_DATA_HOME=", "XDG_CONFIG_HOME="] + environment.map { "\($0)=\($1)" }
            + [ShellProcess.executable] + arguments)
            .map { "'\($0)'" }.joined(separator: " ")
        try run(["-f", "/dev/null", "new-session", "-d", "-x", String(columns), "-y", String(rows), command])
    }

    deinit {
        _ = try? runTool(tmux, ["-S", socket, "kill-server"])
        try? Folders.removeTree(folder)
    }

    /// Ends the terminal and all that runs in it; failures are ignored.
    public func kill() { _ = try? run(["kill-server"]) }

    /// Ends the terminal and all that runs in it, as when its window is closed: the shell gets SIGHUP.
    /// - Throws: `NotShown` if tmux fails.
    public func close() throws { try run(["kill-server"]) }

    @discardableResult
    private func run(_ arguments: [String]) throws -> String {
        let result = try runTool(tmux, ["-u", "-S", socket] + arguments)
        guard result.exitCode == 0 else { throw NotShown(description: "tmux \(arguments[0]): \(result.errorText)") }
        return result.outputText
    }

    /// Types keys: each argument is literal text or the name that tmux has for a key (`Enter`, `Tab`, `C-c`, `Left`).
    /// - Throws: `NotShown` if tmux fails.
    public func keys(_ keys: String...) throws {
        for key in keys {
            let isName =
                ["Enter", "Tab", "Left", "Right", "Up", "Down", "Home", "End", "BSpace", "DC", "Escape"].contains(key)
                || key.hasPrefix("C-")
            try run(isName ? ["send-keys", key] : ["send-keys", "-l", key])
        }
    }

    /// Changes the terminal's size; the shell gets SIGWINCH.
    /// - Throws: `NotShown` if tmux fails.
    public func resize(columns: Int, rows: Int) throws {
        try run(["resize-window", "-x", String(columns), "-y", String(rows)])
    }

    /// The text on the screen, without blanks at the ends of lines and without blank lines at both ends.
    public var text: String {
        let shown = (try? run(["capture-pane", "-p"])) ?? ""
        return Transcript.trimmed(shown)
    }

    /// Whether the shell is still running.
    public var isAlive: Bool { (try? run(["list-sessions"])) != nil }

    /// Waits until the screen shows a text.
    /// - Returns: the text on the screen.
    /// - Throws: `NotShown`, with the screen, if that takes longer than `seconds`.
    @discardableResult
    public func expect(_ wanted: String, seconds: Double = 20) throws -> String {
        try expect("“\(wanted)”", seconds: seconds) { $0.contains(wanted) }
    }

    /// Waits until the text on the screen meets a condition.
    /// - Parameter what: the condition in words, for the error.
    /// - Returns: the text on the screen.
    /// - Throws: `NotShown`, with the screen, if that takes longer than `seconds`.
    @discardableResult
    public func expect(_ what: String, seconds: Double = 20, _ condition: (String) -> Bool) throws -> String {
        let end = monotonicSeconds() + seconds
        var shown = text
        while !condition(shown) {
            guard monotonicSeconds() < end else {
                throw NotShown(description: "\(what) was not shown within \(seconds) s:\n\(shown)")
            }
            usleep(50_000)
            shown = text
        }
        return shown
    }

    /// Waits until the shell has ended.
    /// - Throws: `NotShown`, with the screen, if that takes longer than `seconds`.
    public func expectEnd(seconds: Double = 10) throws {
        let end = monotonicSeconds() + seconds
        while isAlive {
            guard monotonicSeconds() < end else {
                throw NotShown(description: "the shell did not end within \(seconds) s:\n\(text)")
            }
            usleep(50_000)
        }
    }
}
