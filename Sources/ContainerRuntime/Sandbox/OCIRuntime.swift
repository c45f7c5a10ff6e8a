import ContainerModel
import LinuxSystem

/// The OCI runtime that this machine can use, found by running a container in it.
package struct OCIRuntime: Sendable, Codable, Hashable {
    /// `crun` or `runc`.
    package var name: String
    package var path: String
    /// False: it works here without control groups only, so that limits do not hold.
    package var controlGroups: Bool

    /// As `Get-ContainerHost` says it.
    package var text: String { controlGroups ? path : "\(path) without control groups: memory and process limits do not hold" }

    /// The arguments that stand before the command.
    func arguments(stateFolder: String, log: String) -> [String] {
        var arguments = ["--root", stateFolder, "--log", log, "--log-format", "json"]
        if name == "crun" { arguments += ["--cgroup-manager", controlGroups ? "cgroupfs" : "disabled"] }
        return arguments
    }

    /// The last error in a log in JSON lines, which both write: `{"level":"error","msg":"…"}`.
    static func message(inLog path: String) -> String? {
        struct Line: Decodable {
            var msg: String
            var level: String
        }
        guard let text = try? Files.readText(path, limit: 1 << 20) else { return nil }
        for line in text.split(separator: "\n").reversed() {
            if let entry = try? Document.decode(Line.self, Array(line.utf8)), entry.level == "error" || entry.level == "fatal" {
                return String(entry.msg.prefix(2000))
            }
        }
        return nil
    }
}
