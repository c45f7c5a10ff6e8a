import FoundationEssentials
import LinuxSystem

/// The environment variables that tell an endpoint about the shell's terminal.
enum TerminalEnvironment {
    static var pairs: [String] {
        let terminal = Environment.value("TERM") ?? "dumb"
        var pairs = ["LC_ALL=C.UTF-8", "TERM=\(terminal)"]
        if let wish = Environment.value("NO_COLOR") { pairs.append("NO_COLOR=\(wish)") }
        // Images have no terminfo database. The shell passes its terminal's description in TERMINFO, in the form that ncurses reads from
        // the environment.
        if let entry = description(of: terminal) { pairs.append("TERMINFO=b64:" + Data(entry).base64EncodedString()) }
        return pairs
    }

    private static func description(of terminal: String) -> [UInt8]? {
        guard let first = terminal.first, !terminal.contains("/"), !terminal.hasPrefix(".") else { return nil }
        for folder in ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"] {
            if let entry = try? Files.read("\(folder)/\(first)/\(terminal)", limit: 32 << 10) { return entry }
        }
        return nil
    }
}
