import LinuxSystem

/// The programs of the machine that the engine calls.
package enum Tools {
    /// The tool's path, or an error that says which Debian package has it.
    package static func path(_ name: String, package: String, purpose: String) throws(ContainerError) -> String {
        if let path = findTool(name) { return path }
        throw ContainerError(
            "ToolNotFound", "The program '\(name)' was not found; it is needed to \(purpose).",
            remedy: "Install it: apt-get install --no-install-recommends \(package)", target: name)
    }

    /// Runs a tool and throws what it said where it fails.
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
