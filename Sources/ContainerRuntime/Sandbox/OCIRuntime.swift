/// The OCI runtime that this machine can use, found by running a container in it.
package struct OCIRuntime: Sendable, Codable, Hashable {
    /// `crun` or `runc`.
    package var name: String
    /// The program's path.
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
}
