import ContainerModel
import Glibc
import LinuxSystem

/// The choice of a runtime, kept in the state root until the machine starts again or a runtime is installed or changed.
package struct RuntimeChoice: Sendable, Codable {
    var bootID: String
    /// The paths, sizes and modification times of the runtimes that were installed when the choice was made.
    var candidates: [String]
    var runtime: OCIRuntime

    static func document(_ root: StateRoot) -> String { root.path + "/runtime.json" }

    /// The choice that is still valid; nil where none has been made since the machine's boot, or a runtime has been installed or changed
    /// since.
    package static func current(_ root: StateRoot) -> OCIRuntime? {
        guard let choice = try? Document.load(RuntimeChoice.self, from: document(root)), choice.bootID == HostFacts.bootID,
            choice.candidates == candidates().map(\.identity)
        else { return nil }
        return choice.runtime
    }

    /// The choice that is still valid, or a new one: crun, which is four times as fast as runc; runc if crun cannot use this machine's
    /// control groups (Debian's crun refuses the hybrid hierarchy); crun without control groups if there is no runc.
    /// - Throws: `RuntimeNotFound` if neither is installed; `RuntimeNotUsable` with the reasons if none works; `NotPrivileged` or
    ///   `StateUnavailable` if the choice cannot be stored.
    package static func make(_ root: StateRoot, executableFolder: String) throws(ContainerError) -> OCIRuntime {
        if let runtime = current(root) { return runtime }
        let all = candidates()
        guard !all.isEmpty else {
            throw ContainerError(
                "RuntimeNotFound", "There is no OCI runtime on this machine.",
                remedy: "Install one: apt-get install --no-install-recommends runc")
        }
        var attempts = all.map { OCIRuntime(name: $0.name, path: $0.path, controlGroups: true) }
        attempts += all.filter { $0.name == "crun" }.map { OCIRuntime(name: $0.name, path: $0.path, controlGroups: false) }
        var reasons: [String] = []
        for runtime in attempts {
            if let reason = RuntimeProbe(root: root, executableFolder: executableFolder).failure(of: runtime) {
                reasons.append("\(runtime.path): \(reason)")
                continue
            }
            let choice = RuntimeChoice(bootID: HostFacts.bootID, candidates: all.map(\.identity), runtime: runtime)
            try Document.save(choice, to: document(root), durable: false)
            return runtime
        }
        throw ContainerError(
            "RuntimeNotUsable", "No OCI runtime works on this machine.",
            remedy: "Run as root on a machine that allows namespaces and control groups, or use RuntimeType HyperV.",
            cause: reasons.joined(separator: "\n"))
    }

    private static func candidates() -> [(name: String, path: String, identity: String)] {
        ["crun", "runc"].compactMap { name in
            guard let path = findTool(name), let status = try? Files.status(path) else { return nil }
            return (name, path, "\(path) \(status.st_size) \(status.st_mtim.tv_sec)")
        }
    }
}
