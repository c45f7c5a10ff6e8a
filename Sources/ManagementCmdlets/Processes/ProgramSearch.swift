import CmdletKit
import Interpreter
import LinuxSystem
import Values

/// Finds what Start-Process and `[Diagnostics.Process]` are to execute.
enum ProgramSearch {
    /// Finds the program for a name or path: a program in PATH, a script, which a new shell runs, or a file, which xdg-open opens.
    /// - Parameter words: the program's arguments.
    /// - Returns: the host path of the program to execute, and its arguments.
    /// - Throws: `ValueError` (InvalidOperationException) if nothing is found, ToolNotFound if xdg-open is needed and missing.
    static func find(_ filePath: String, _ words: [String], _ engine: Engine) throws -> (String, [String]) {
        var arguments = words
        // Programs come first: an alias or cmdlet of the same name is not meant.
        if !filePath.contains("/"), let path = findExecutable(filePath, path: engine.environment.path) ?? findTool(filePath) {
            return (path, arguments)
        }
        switch engine.findCommand(filePath) {
        case .application(let path): return (path, arguments)
        case .script(let path):
            // Scripts of this shell run in a new shell.
            arguments.insert(contentsOf: ["-File", path], at: 0)
            return ("/proc/self/exe", arguments)
        default: break
        }
        if case .file(let host)? = try? engine.itemPath(filePath), engine.fileSystem.exists(host) || filePath.contains("://") {
            if engine.fileSystem.isExecutable(host) { return (host, arguments) }
            guard let opener = findTool("xdg-open") else {
                throw ValueError(
                    "Opening '\(filePath)' needs the program 'xdg-open' (package xdg-utils), which was not found.",
                    id: "ToolNotFound",
                    category: "ObjectNotFound")
            }
            return (opener, [host])
        }
        throw ValueError(
            "This command cannot be run due to the error: The system cannot find the file '\(filePath)'.",
            id: "InvalidOperationException",
            exception: "System.InvalidOperationException", category: "InvalidOperation")
    }
}
