import LinuxSystem
import Values

/// A program of a Debian package that a cmdlet runs for its work.
package struct ExternalTool {
    /// The absolute path of the program.
    package let path: String
    /// The Debian package that installs it.
    package let package: String

    /// A program, which need not be installed.
    package init(path: String, package: String) {
        self.path = path
        self.package = package
    }

    var isInstalled: Bool { Files.exists(path) }

    /// Runs the program to its end. A non-zero exit status is not thrown: the result holds it.
    /// - Parameters:
    ///   - input: the bytes of its standard input.
    ///   - environment: `NAME=value` entries; nil for the shell's own environment.
    ///   - timeout: seconds.
    ///   - outputLimit: the most bytes of output to keep.
    /// - Throws: `ValueError` ProgramMissing if it is not installed or cannot be run.
    package func run(
        _ arguments: [String], input: [UInt8] = [], environment: [String]? = nil, workingDirectory: String? = nil,
        timeout: Double = 86_400, outputLimit: Int = 64 << 20
    ) throws -> ToolResult {
        guard isInstalled else { throw missing("it is not installed") }
        do {
            return try runTool(
                path, arguments, input: input, environment: environment, workingDirectory: workingDirectory, timeout: timeout,
                outputLimit: outputLimit)
        } catch { throw missing(error.description) }
    }

    private func missing(_ reason: String) -> ValueError {
        ValueError(
            "The program \(path) cannot be run: \(reason). Install it with: apt-get install \(package)", id: "ProgramMissing",
            exception: "System.InvalidOperationException", category: "NotInstalled")
    }
}
