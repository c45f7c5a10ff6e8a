import Containers
import Glibc
import LinuxSystem
import Synchronization
import Testing

/// A container host for tests. Its state root is kept between runs, for what takes long to make (images, kernel); its runtime root
/// and network namespace belong to this process and are removed at its end.
final class Fixture: Sendable {
    static let shared = make("containers")
    /// For tests that compare the state of the whole host, which no other test may change meanwhile.
    static let alone = make("faults")

    private static func make(_ label: String) -> Result<Fixture, Missing> {
        do throws(Missing) {
            return .success(try Fixture(label))
        } catch {
            return .failure(error)
        }
    }

    struct Missing: Error {
        var reason: String
    }

    let host: LinuxContainerHost
    let root: StateRoot
    let executable: String
    let driver: String
    let namespace: String

    /// Whether tests with real containers run; if not, the reason is printed. In continuous integration they always run, so that a
    /// missing requirement fails them.
    static var canRun: Bool {
        guard case .failure(let missing) = shared else { return true }
        print("Tests of real containers are skipped: \(missing.reason).")
        return Environment.value("CI") == "true"
    }

    /// Whether tests with utility VMs run; if not, the reason is printed.
    static var canRunVMs: Bool {
        guard canRun else { return false }
        for tool in ["qemu-system-x86_64", "mksquashfs", "mkfs.ext4"] where findTool(tool) == nil {
            print("Tests of utility VMs are skipped: \(tool) is not installed.")
            return Environment.value("CI") == "true"
        }
        return true
    }

    static func canRun(_ type: RuntimeType) -> Bool { type == .hyperV ? canRunVMs : canRun }

    private init(_ label: String) throws(Missing) {
        guard geteuid() == 0 else { throw Missing(reason: "this user is not root") }
        for tool in ["runc", "busybox", "ip", "nsenter"] where findTool(tool) == nil {
            throw Missing(reason: "\(tool) is not installed")
        }
        let products = Files.split(Files.linkTarget("/proc/self/exe") ?? "/").folder
        executable = Environment.value("BULKHEAD_EXECUTABLE") ?? products + "/bulkhead"
        driver = products + "/ContainersDriver"
        guard Files.exists(executable), Files.exists(driver) else { throw Missing(reason: "'\(executable)' is not built") }
        let name = "bulkhead-test-\(label)-\(getpid())"
        namespace = "/run/netns/" + name
        root = StateRoot(path: "/var/tmp/bulkhead-tests/\(label)-\(getpid())", runtimePath: "/run/" + name)
        do throws(SystemError) {
            try Folders.make(root.path, mode: 0o700)
            // The kernels are shared by all runs: a kernel is a download of 10 MB.
            try Folders.make("/var/tmp/bulkhead-tests/kernels", mode: 0o700)
            try Folders.make(root.path + "/vm", mode: 0o711)
            try Files.symlink(root.path + "/vm/kernels", to: "/var/tmp/bulkhead-tests/kernels")
            for arguments in [["netns", "add", name], ["-n", name, "link", "set", "lo", "up"]] {
                let result = try runTool(findTool("ip") ?? "ip", arguments)
                guard result.exitCode == 0 else { throw SystemError(EPERM, "make a network namespace (\(result.errorText))") }
            }
        } catch {
            throw Missing(reason: error.description)
        }
        host = LinuxContainerHost(.init(root: root, executable: executable, networkNamespace: namespace))
        Self.made.withLock { made in
            if made.isEmpty { atexit { Fixture.made.withLock { $0 }.forEach { $0.remove() } } }
            made.append(self)
        }
    }

    private static let made = Mutex<[Fixture]>([])

    private func remove() {
        for container in (try? host.containers()) ?? [] { try? host.removeContainer(container.id, force: true) }
        _ = try? runTool(findTool("ip") ?? "ip", ["netns", "delete", Files.split(namespace).name])
        try? Folders.removeTree(root.path)
        try? Folders.removeTree(root.runtimePath)
    }

    static func get() throws -> Fixture { try shared.get() }

    /// Calls `body` with a new container, and removes the container even if `body` throws.
    func withContainer<T>(
        _ type: RuntimeType = .default, image: String = "NanoServer", switchName: String? = nil, start: Bool = true,
        _ body: (Container) throws -> T
    ) throws -> T {
        var container = try host.createContainer(
            ContainerSpecification(name: "", image: .name(image), runtimeType: type, switchName: switchName))
        defer { try? host.removeContainer(container.id, force: true) }
        if start { container = try host.startContainer(container.id) }
        return try body(container)
    }

    /// Runs a shell command in a container. Standard error is part of the output.
    func sh(_ id: ContainerID, _ command: String, user: UInt32 = 0) throws -> (code: Int32, output: String) {
        let process = try host.execute(
            in: id, ProcessSpecification(arguments: ["/bin/sh", "-c", command + " 2>&1"], userID: user, groupID: user))
        defer { process.close() }
        process.closeStandardInput()
        let output = try process.standardOutput.map { try readToEnd($0, limit: 1 << 20) } ?? []
        return (process.wait(), String(decoding: output, as: UTF8.self))
    }

    /// All that is left of a container: mounts, cgroups, processes, its network interface and its folders.
    func traces(of id: ContainerID) throws -> [String] {
        var found: [String] = []
        let device = "bh" + id.digits.prefix(12)
        found += try MountPoint.all().filter { $0.path.contains(id.text) || $0.superOptions.contains { $0.contains(id.text) } }.map(
            \.path)
        for mount in try MountPoint.all() where mount.type.hasPrefix("cgroup") {
            if Files.exists("\(mount.path)/bulkhead/\(id.text)") { found.append("\(mount.path)/bulkhead/\(id.text)") }
        }
        for pid in ProcessTable.pids() {
            if ProcessTable.arguments(of: pid)?.contains(where: { $0.contains(id.text) }) == true,
                ProcessStat.read(pid: pid)?.state != "Z"
            {
                found.append("process \(pid)")
            }
            if ((try? MountPoint.all(pid: String(pid))) ?? []).contains(where: { $0.superOptions.contains { $0.contains(id.text) } }
            ) {
                found.append("mounts of process \(pid)")
            }
        }
        let links = try runTool(findTool("nsenter") ?? "", ["--net=" + namespace, findTool("ip") ?? "", "-o", "link"]).outputText
        if links.contains(device) { found.append(device) }
        for path in [root.container(id), root.runtime(id)] where Files.exists(path) { found.append(path) }
        return found
    }
}
