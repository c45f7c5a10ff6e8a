import CmdletKit
import Glibc
import Interpreter
import LinuxSystem
import SourceText
import Values

/// The script that every shell of a user runs first.
enum Profile {
    /// `$XDG_CONFIG_HOME/bulkhead/profile.ps1`, else below the home folder; nil where neither is set: the current folder is no place for it.
    static var path: String? {
        if let config = Environment.value("XDG_CONFIG_HOME"), config.hasPrefix("/") { return config + "/bulkhead/profile.ps1" }
        guard let home = Environment.value("HOME"), home.hasPrefix("/") else { return nil }
        return home + "/.config/bulkhead/profile.ps1"
    }

    /// Sets `$PROFILE` and, unless it is not wanted, runs the file in the global scope.
    static func load(_ engine: Engine, run: Bool) throws {
        guard let path else { return }
        let shown = engine.fileSystem.display(path)
        try engine.global.set("PROFILE", .string(shown))
        guard run, let status = try? Files.status(path), Files.isRegular(status) else { return }
        guard status.st_uid == geteuid() || status.st_uid == 0, status.st_mode & 0o022 == 0 else {
            engine.host.writeError(
                ErrorRecord(
                    "The profile '\(path)' is not run: others can write to it. Mend it with: chmod go-w '\(path)'",
                    id: "UnsafeProfile",
                    category: "SecurityError"))
            return
        }
        guard let text = try? Files.readText(path) else { return }
        try engine.run(SourceFile(path: shown, text: text))
    }
}
