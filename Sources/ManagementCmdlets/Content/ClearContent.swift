import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Clear-Content.
struct ClearContent: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Clear-Content", aliases: ["clc"], synopsis: "Empties files and keeps them.", defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["Path"], completer: .paths,
                help: "Files, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "Files, taken literally."),
            Parameter("Filter", \.filter, help: "A pattern for names."),
            Parameter("Include", \.include, help: "Only names that match one of these."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
            Parameter("Force", \.force, help: "Read-only files too."),
        ],
        examples: [
            Example(
                "$f = \"/tmp/bulkhead-clear-$PID\"; Set-Content $f x; Clear-Content $f; (Get-Item $f).Length; Remove-Item $f",
                "An empty file.",
                output: "0")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound("LiteralPath")
        let resolver = PathResolver(
            engine: engine, filter: NameFilter(filter: filter, include: include, exclude: exclude), showsHidden: force.isOn)
        try runtime.forEach(literal ? literalPath : path) { path in
            for item in try resolver.resolve(path, literal: literal) {
                guard case .file(let file) = item else {
                    throw ValueError(
                        "Cannot use interface. The IContentCmdletProvider interface is not implemented by this provider.",
                        id: "NotSupported", exception: "System.Management.Automation.PSNotSupportedException",
                        category: "NotImplemented")
                }
                guard try runtime.shouldProcess(target: "Item: \(file.path)", action: "Clear Content") else { continue }
                try clear(file)
            }
        }
    }

    private func clear(_ file: FileItem) throws {
        if file.isFolder {
            throw ValueError(
                "Unable to clear content of '\(file.path)' because it is a directory. Clear-Content is only supported on files.",
                id: "ClearDirectoryContent", exception: "System.NotSupportedException", category: "InvalidOperation")
        }
        guard truncate(file.hostPath, 0) != 0 else { return }
        if errno == EACCES, force.isOn, chmod(file.hostPath, (file.status.st_mode & 0o7777) | S_IWUSR) == 0,
            truncate(file.hostPath, 0) == 0
        {
            return
        }
        let denied = errno == EACCES || errno == EPERM
        throw ValueError(
            denied
                ? "Access to the path '\(file.path)' is denied."
                : "Cannot empty '\(file.path)': \(String(cString: strerror(errno))).",
            id: denied ? "ClearContentUnauthorizedAccessError" : "ClearContentIOError",
            exception: denied ? "System.UnauthorizedAccessException" : "System.IO.IOException",
            category: denied ? "PermissionDenied" : "WriteError")
    }
}
