import LinuxSystem
import Values

/// The folder for temporary files, and random names in it.
enum TemporaryItem {
    /// The folder that `$env:TMPDIR` names, without a slash at its end; /tmp if it names no absolute path.
    static func folder(_ environment: EnvironmentVariables) -> String {
        let folder = environment["TMPDIR"] ?? "/tmp"
        return folder.hasPrefix("/") ? folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder : "/tmp"
    }

    /// Random letters and digits, from the system's secure generator.
    static func name(length: Int) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        return String((0..<length).map { _ in letters[Int.random(in: 0..<letters.count)] })
    }
}
