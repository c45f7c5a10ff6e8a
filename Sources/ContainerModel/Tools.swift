import LinuxSystem

/// The programs of the machine that the engine calls.
package enum Tools {
    /// The path of a program.
    /// - Parameters:
    ///   - package: the Debian package that has it.
    ///   - purpose: completes "it is needed to …".
    /// - Throws: `ToolNotFound` with the package to install.
    package static func path(_ name: String, package: String, purpose: String) throws(ContainerError) -> String {
        if let path = findTool(name) { return path }
        throw ContainerError(
            "ToolNotFound", "The program '\(name)' was not found; it is needed to \(purpose).",
            remedy: "Install it: apt-get install --no-install-recommends \(package)", target: name)
    }

    /// Runs a program to its end.
    /// - Parameters:
    ///   - timeout: seconds.
    ///   - outputLimit: bytes that are kept of its output.
    /// - Throws: `ToolFailed` with the program's error output if it cannot be started or its exit code is not 0; `OperationTimeout`.
    @discardableResult
    package static func run(
        _ path: String, _ arguments: [String], input: [UInt8] = [], descriptors: [Int32: Int32] = [:], timeout: Double = 120,
        outputLimit: Int = 1 << 20, _ message: @autoclosure () -> String
    ) throws(ContainerError) -> ToolResult {
        let result: ToolResult
        do {
            result = try runTool(
                path, arguments, input: input, descriptors: descriptors, timeout: timeout, outputLimit: outputLimit)
        } catch {
            throw ContainerError("ToolFailed", message(), cause: error.description)
        }
        if result.timedOut {
            throw ContainerError("OperationTimeout", message(), cause: "\(path) did not end within \(Int(timeout)) s.")
        }
        guard result.exitCode == 0 else {
            let said = result.errorText.isEmpty ? "" : ": \(String(result.errorText.suffix(2000)))"
            throw ContainerError("ToolFailed", message(), cause: "\(path) ended with \(result.exitCode)\(said)")
        }
        return result
    }
}
