import LinuxSystem
import Values

/// Names below the folder for temporary things.
enum TemporaryItem {
    /// The folder that `$env:TMPDIR` names, without a slash at its end; /tmp where it names none.
    static func folder(_ environment: EnvironmentVariables) -> String {
        let folder = environment["TMPDIR"] ?? "/tmp"
        return folder.hasPrefix("/") ? folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder : "/tmp"
    }

    /// Letters and digits that nothing else has by chance.
    static func name(length: Int) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        return String((0..<length).map { _ in letters[Int.random(in: 0..<letters.count)] })
    }
}
