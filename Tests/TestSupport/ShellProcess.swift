import FoundationEssentials
import Glibc
import LinuxSystem

/// The shell under test, run as a process.
public enum ShellProcess {
    /// The path of the executable: `$BULKHEAD_EXECUTABLE`, or the one in the tests' build folder.
    public static var executable: String {
        if let path = getenv("BULKHEAD_EXECUTABLE") { return String(cString: path) }
        // The tests are …/debug/bulkheadPackageTests.xctest, below the build folder that also has the executable.
        let own = CommandLine.arguments.first ?? ""
        var folder = own.hasPrefix("/") ? own : FileManager.default.currentDirectoryPath + "/" + own
        while folder.count > 1 {
            folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
            let candidate = folder + "/bulkhead"
            if access(candidate, X_OK) == 0 { return candidate }
        }
        return FileManager.default.currentDirectoryPath + "/.build/debug/bulkhead"
    }

    /// The result of a run.
    public struct Result: Sendable {
        /// Standard output and standard error together, in the order in which they were written.
        public var output: String
        /// The exit code, 0 to 255, or 128 plus the signal that killed the shell.
        public var exitCode: Int32
    }

    /// Runs the shell with a fixed environment, to which `environment` is added.
    /// - Parameters:
    ///   - input: the text of its standard input.
    ///   - workingDirectory: the folder in which it starts; nil for that of the tests.
    ///   - seconds: the seconds after which its process group is killed.
    /// - Throws: `SystemError` if it cannot be started.
    public static func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:], workingDirectory: String? = nil,
        seconds: Double = 60
    ) throws -> Result {
        let channel = try Descriptor.pipe()
        let source = try Descriptor.pipe()
        var options = SpawnOptions(arguments: ["bulkhead"] + arguments)
        var variables = [
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "NO_COLOR": "1", "TERM": "dumb",
        ]
        for name in ["BULKHEAD_STATE_ROOT", "SWIFT_BACKTRACE", "LLVM_PROFILE_FILE"] {
            if let value = getenv(name) { variables[name] = String(cString: value) }
        }
        variables.merge(environment) { $1 }
        options.environment = variables.map { "\($0)=\($1)" }
        options.setStandard(input: source.read.raw, output: channel.write.raw, error: channel.write.raw)
        options.processGroup = 0
        options.workingDirectory = workingDirectory
        let child = try spawn(executable, options)
        source.read.close()
        channel.write.close()
        let writer = try SystemThread.start {
            try? writeFully(source.write.raw, Array(input.utf8))
            source.write.close()
        }
        let watchdog = try SystemThread.start { if child.wait(timeout: seconds) == nil { child.signalGroup(SIGKILL) } }
        let bytes = try readToEnd(channel.read.raw, limit: 64 << 20)
        let code = child.wait()
        writer.join()
        watchdog.join()
        return Result(output: String(decoding: bytes, as: UTF8.self), exitCode: code)
    }
}
