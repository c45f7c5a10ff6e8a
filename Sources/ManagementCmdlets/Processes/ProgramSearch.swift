import CmdletKit
import Interpreter
import LinuxSystem
import Values

/// What a name or a path given to Start-Process stands for.
enum ProgramSearch {
    /// - Parameter words: the program's arguments.
    /// - Returns: the host path of what is to be executed, and its arguments.
    /// - Throws: InvalidOperationException where no program is found.
    static func find(_ filePath: String, _ words: [String], _ engine: Engine) throws -> (String, [String]) {
        var arguments = words
        // A program is meant, whatever alias or cmdlet has its name.
        if !filePath.contains("/"), let path = findExecutable(filePath, path: engine.environment.path) ?? findTool(filePath) {
            return (path, arguments)
        }
        switch engine.findCommand(filePath) {
        case .application(let path): return (path, arguments)
        case .script(let path):
            // A script of the shell's own runs in a shell of its own.
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
