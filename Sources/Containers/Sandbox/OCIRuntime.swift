import Glibc
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

/// The choice of a runtime, kept in the state root until the machine starts again or a runtime is installed or changed.
package struct RuntimeChoice: Sendable, Codable {
    var bootID: String
    /// Paths, sizes and times of the runtimes there were.
    var candidates: [String]
    var runtime: OCIRuntime

    static func document(_ root: StateRoot) -> String { root.path + "/runtime.json" }

    /// The choice that stands; nil where none has been made since the machine's start.
    package static func current(_ root: StateRoot) -> OCIRuntime? {
        guard let choice = try? Document.load(RuntimeChoice.self, from: document(root)), choice.bootID == HostFacts.bootID,
            choice.candidates == candidates().map(\.identity)
        else { return nil }
        return choice.runtime
    }

    /// The choice that stands, or a new one: crun, which is four times as fast; runc where crun cannot use this machine's control groups
    /// (Debian's refuses hybrid ones); crun without them where there is no runc.
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

/// Runs a container with the standard configuration and nothing in it but its init.
struct RuntimeProbe {
    let root: StateRoot
    let executableFolder: String

    /// Nil where the runtime works; else why it does not.
    func failure(of runtime: OCIRuntime) -> String? {
        let id = ContainerID()
        let folder = "\(root.runtimePath)/probe-\(id.digits.prefix(16))"
        defer { try? Folders.removeTree(folder) }
        do throws(SystemError) {
            try Folders.make(folder, mode: 0o700)
            for name in ["proc", "dev", "sys", ".bulkhead"] { try Folders.make("\(folder)/rootfs/\(name)") }
            let document = BundleDocument(
                id: id, hostName: "probe", environment: [], executableFolder: executableFolder, controlGroups: runtime.controlGroups
            )
            try Files.write(document.bytes, to: folder + "/config.json")
            let begin = runtime.arguments(stateFolder: folder + "/oci", log: folder + "/log")
            let pidFile = folder + "/pid"
            let null = try Descriptor.open("/dev/null", O_RDWR)
            let result = try runTool(
                runtime.path, begin + ["run", "--detach", "--bundle", folder, "--pid-file", pidFile, id.text],
                descriptors: [0: null.raw, 1: null.raw, 2: null.raw], timeout: 20)
            let pid = (try? Files.readText(pidFile, limit: 64)).flatMap { Int32($0.filter { !$0.isWhitespace }) }
            defer {
                if let pid, let process = try? ProcessHandle(pid) {
                    try? process.signal(SIGKILL)
                    _ = process.waitEnd(timeout: 5)
                    ChildProcess(adopting: pid).wait()
                }
                ControlGroups.remove(id)
            }
            guard result.exitCode == 0, pid != nil else {
                return OCIRuntime.message(inLog: folder + "/log") ?? "it ended with \(result.exitCode)"
            }
            return nil
        } catch {
            return error.description
        }
    }
}
