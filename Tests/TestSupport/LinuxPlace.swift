import Containers
import Glibc
import LinuxSystem

/// A place of the tests' own for shells that run real containers: a state root and a network namespace, both gone with it.
public final class LinuxPlace: Sendable {
    public let stateRoot: String
    private let namespace: String
    /// Fetched once for all runs: 10 MB from the distribution's mirror.
    private static let kernels = "/var/tmp/bulkhead-tests/kernels"

    public struct Missing: Error, CustomStringConvertible {
        public let description: String
    }

    /// False where real containers cannot be run here, which is said. In continuous integration the tests run and fail.
    public static let canRun: Bool = {
        guard let reason = missing else { return true }
        print("Tests of sessions in real containers are skipped: \(reason).")
        return getenv("CI").map { String(cString: $0) } == "true"
    }()

    private static var missing: String? {
        if geteuid() != 0 { return "this user is not root" }
        for tool in ["runc", "busybox", "ip", "nsenter", "qemu-system-x86_64", "mksquashfs", "mkfs.ext4"]
        where findTool(tool) == nil {
            return "\(tool) is not installed"
        }
        return Files.exists(ShellProcess.executable) ? nil : "'\(ShellProcess.executable)' is not built"
    }

    public init(_ label: String) throws {
        if let reason = Self.missing { throw Missing(description: reason) }
        let name = "bulkhead-test-\(label)-\(getpid())"
        namespace = name
        stateRoot = "/var/tmp/bulkhead-tests/\(label)-\(getpid())"
        try Folders.make(stateRoot, mode: 0o700)
        try Folders.make(Self.kernels, mode: 0o700)
        try Folders.make(stateRoot + "/vm", mode: 0o711)
        try Files.symlink(stateRoot + "/vm/kernels", to: Self.kernels)
        for arguments in [["netns", "add", name], ["-n", name, "link", "set", "lo", "up"]] {
            let result = try runTool(findTool("ip") ?? "ip", arguments)
            guard result.exitCode == 0 else { throw Missing(description: "no network namespace: \(result.errorText)") }
        }
    }

    deinit {
        _ = try? run(["-Command", "Get-Container | Remove-Container -Force"])
        _ = try? runTool(findTool("ip") ?? "ip", ["netns", "delete", namespace])
        try? Folders.removeTree(stateRoot)
        try? Folders.removeTree(StateRoot(path: stateRoot).runtimePath)
    }

    /// What a shell of this place is started with.
    public var environment: [String: String] {
        ["BULKHEAD_STATE_ROOT": stateRoot, "BULKHEAD_NETWORK_NAMESPACE": "/run/netns/" + namespace]
    }

    /// Runs a shell of this place.
    public func run(_ arguments: [String], input: String = "", seconds: Double = 180) throws -> ShellProcess.Result {
        try ShellProcess.run(["-NoProfile", "-NoLogo"] + arguments, input: input, environment: environment, seconds: seconds)
    }

    /// Runs commands, and gives what they print without blanks at the ends.
    public func output(_ command: String, seconds: Double = 180) throws -> String {
        Transcript.trimmed(try run(["-Command", command], seconds: seconds).output)
    }
}
