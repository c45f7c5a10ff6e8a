import CmdletKit
import Glibc
import Interpreter
import LinuxSystem
import SourceText
import Values

/// The user's profile script (about_Profiles), which runs when a shell starts.
enum Profile {
    /// `$XDG_CONFIG_HOME/bulkhead/profile.ps1`, or `~/.config/bulkhead/profile.ps1` (XDG Base Directory Specification). nil if
    /// neither variable is an absolute path: a profile of the current folder could be anybody's.
    static var path: String? {
        if let config = Environment.value("XDG_CONFIG_HOME"), config.hasPrefix("/") { return config + "/bulkhead/profile.ps1" }
        guard let home = Environment.value("HOME"), home.hasPrefix("/") else { return nil }
        return home + "/.config/bulkhead/profile.ps1"
    }

    /// Sets `$PROFILE` and, if `run` is true, runs the profile in the global scope. A profile that others can write is not run, and
    /// an error says so.
    /// - Throws: `ExitRequest` and `PipelineStopped` of the script.
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
