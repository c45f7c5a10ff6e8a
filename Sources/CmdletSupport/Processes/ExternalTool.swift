import LinuxSystem
import Values

/// A program of Debian that a cmdlet does its work with.
package struct ExternalTool {
    package let path: String
    /// The package that has it.
    package let package: String

    package init(path: String, package: String) {
        self.path = path
        self.package = package
    }

    var isInstalled: Bool { Files.exists(path) }

    /// Runs it to its end; what it says of failures is in the result.
    /// - Throws: where it is not installed or cannot be started.
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
