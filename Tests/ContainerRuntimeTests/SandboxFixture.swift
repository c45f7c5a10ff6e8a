import ContainerModel
import ContainerRuntime
import Glibc
import LinuxSystem
import Testing

/// What the tests of real utility VMs need, made once: a state root, an image, and the executable that becomes the guest's init.
final class SandboxFixture: Sendable {
    let folder: String
    let image: String
    let executableFolder: String

    static let shared: Result<SandboxFixture, Missing> = {
        do throws(Missing) {
            return .success(try SandboxFixture())
        } catch {
            return .failure(error)
        }
    }()

    /// The reason why utility VMs cannot be tested here.
    struct Missing: Error {
        var reason: String
    }

    /// Whether tests with utility VMs run; if not, the reason is printed. In continuous integration they always run, so that a
    /// missing requirement fails them.
    static var canRun: Bool {
        guard case .failure(let missing) = shared else { return true }
        print("Tests of utility VMs are skipped: \(missing.reason).")
        return Environment.value("CI") == "true"
    }

    private init() throws(Missing) {
        guard geteuid() == 0 else { throw Missing(reason: "not root") }
        for tool in ["qemu-system-x86_64", "mksquashfs", "mkfs.ext4", "crun", "tar", "busybox"] where findTool(tool) == nil {
            throw Missing(reason: "\(tool) is not installed")
        }
        do throws(SystemError) {
            // Kept between runs: making a kernel and an initramfs takes seconds.
            folder = "/var/tmp/bulkhead-tests/utility-vm"
            try Folders.make(folder, mode: 0o700)
            executableFolder = folder + "/executable"
            try Folders.make(executableFolder)
            let beside = Files.split(Files.linkTarget("/proc/self/exe") ?? "/").folder + "/bulkhead"
            let program = Environment.value("BULKHEAD_EXECUTABLE") ?? beside
            for name in ["bulkhead", "csrss"] {
                if !Self.isSame(program, "\(executableFolder)/\(name)") {
                    _ = try runTool(
                        "/bin/cp", ["--preserve=timestamps", "--remove-destination", program, "\(executableFolder)/\(name)"])
                }
            }
            image = folder + "/image-2.squashfs"
            if !Files.exists(image) {
                let root = try Folders.makeTemporary()
                defer { try? Folders.removeTree(root) }
                for name in ["bin", "etc", "tmp", "root", "dev", "proc", "sys"] { try Folders.make("\(root)/\(name)") }
                _ = try runTool("/bin/cp", [findTool("busybox") ?? "", root + "/bin/busybox"])
                for name in [
                    "sh", "cat", "echo", "ls", "sleep", "id", "uname", "head", "yes", "stty", "ip", "dd", "sync", "rm", "mkdir",
                    "ps",
                ] {
                    try Files.symlink("\(root)/bin/\(name)", to: "busybox")
                }
                try Files.write(Array("root:x:0:0::/root:/bin/sh\n".utf8), to: root + "/etc/passwd", mode: 0o644)
                let result = try runTool(findTool("mksquashfs") ?? "", [root, image, "-noappend", "-comp", "lz4", "-quiet"])
                guard result.exitCode == 0 else { throw SystemError(EIO, result.errorText) }
            }
        } catch {
            throw Missing(reason: error.description)
        }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        guard let a = try? Files.status(one), let b = try? Files.status(other) else { return false }
        return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec
    }

    /// The folders of a new container; `remove` deletes them.
    func context(id: String, memory: UInt64? = nil, network: NetworkAttachment? = nil) throws -> SandboxContext {
        let home = try Folders.makeTemporary(prefix: "bulkhead-vm-")
        try Folders.make(home + "/bundle")
        try Folders.make(home + "/runtime", mode: 0o700)
        let document = BundleDocument(
            id: try #require(ContainerID(id)), hostName: "guest", environment: ["PATH=/bin"], executableFolder: executableFolder,
            controlGroups: true)
        try Files.write(document.bytes, to: home + "/bundle/config.json")
        return SandboxContext(
            id: id, name: "TEST", hostName: "guest", bundle: home + "/bundle", runtimeFolder: home + "/runtime",
            executableFolder: executableFolder, layers: .disks(image: image, writable: home + "/writable.ext4"), network: network,
            memory: memory)
    }

    /// The files and settings that every machine of these tests starts from.
    func machine() throws(ContainerError) -> PreparedMachine {
        try .make(stateRoot: folder, executable: executableFolder + "/bulkhead")
    }

    /// Calls `body` with a running container, and removes the container afterwards.
    func running(_ id: String, _ body: (UtilityVMSandbox, SandboxProcesses) throws -> Void) throws {
        let context = try context(id: id)
        defer { remove(context) }
        let sandbox = UtilityVMSandbox(context, try machine())
        defer { sandbox.cleanUp() }
        try body(sandbox, try sandbox.start())
    }

    func remove(_ context: SandboxContext) {
        try? Folders.removeTree(Files.split(context.bundle).folder)
    }
}

/// Runs a program in a sandbox and collects its output.
func run(_ sandbox: UtilityVMSandbox, _ arguments: String..., input: String = "", user: UInt32 = 0) throws -> (
    output: String, error: String, code: Int32
) {
    let stdin = try Descriptor.pipe()
    let stdout = try Descriptor.pipe()
    let stderr = try Descriptor.pipe()
    let process = try sandbox.execute(
        ProcessSpecification(arguments: arguments, environment: ["PATH=/bin"], userID: user, groupID: user),
        streams: ProcessStreams(input: stdin.read, output: stdout.write, error: stderr.write))
    try writeFully(stdin.write.raw, input)
    stdin.write.close()
    let output = try readToEnd(stdout.read.raw, limit: 64 << 20)
    let error = try readToEnd(stderr.read.raw, limit: 64 << 20)
    return (String(decoding: output, as: UTF8.self), String(decoding: error, as: UTF8.self), process.wait())
}
