import Containers
import Glibc
import LinuxSystem

/// A place for shells that run real containers in tests: a state root and a network namespace, both removed with this object.
public final class LinuxPlace: Sendable {
    /// The state root.
    public let stateRoot: String
    private let namespace: String
    /// The folder of utility VM kernels, shared by all runs: a kernel is a download of 10 MB.
    private static let kernels = "/var/tmp/bulkhead-tests/kernels"

    /// A requirement of the tests that this machine does not meet.
    public struct Missing: Error, CustomStringConvertible {
        public let description: String
    }

    /// Whether tests with real containers run; if not, the reason is printed. In continuous integration they always run, so that a
    /// missing requirement fails them.
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

    /// Makes the place.
    /// - Parameter label: a part of the names of folder and namespace; tests that run at once need different ones.
    /// - Throws: `Missing` if a requirement is not met.
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

    /// The environment variables for a shell of this place.
    public var environment: [String: String] {
        ["BULKHEAD_STATE_ROOT": stateRoot, "BULKHEAD_NETWORK_NAMESPACE": "/run/netns/" + namespace]
    }

    /// Runs a shell in this place.
    /// - Throws: `SystemError` if it cannot be started.
    public func run(_ arguments: [String], input: String = "", seconds: Double = 180) throws -> ShellProcess.Result {
        try ShellProcess.run(["-NoProfile", "-NoLogo"] + arguments, input: input, environment: environment, seconds: seconds)
    }

    /// Runs commands in a shell of this place.
    /// - Returns: what they print, without blank lines at both ends and without blanks at the ends of lines.
    /// - Throws: `SystemError` if the shell cannot be started.
    public func output(_ command: String, seconds: Double = 180) throws -> String {
        Transcript.trimmed(try run(["-Command", command], seconds: seconds).output)
    }
}
