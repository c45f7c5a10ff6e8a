import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Clear-Content: empties files.
struct ClearContent: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Clear-Content", aliases: ["clc"], synopsis: "Empties files and keeps them.",
        description: """
            The files keep their names, permissions and owners, and have no content afterwards. Takes paths by \
            property name from the pipeline and writes nothing. Folders and items of other drives are an error.
            """,
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["Path"], completer: .paths,
                help: "Paths of files; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths,
                help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(
                \.filter,
                help: "A wildcard pattern that the name of a file must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: "Wildcard patterns: only items whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: items whose name fits one of them are left out."),
            Parameter(\.force, help: "Empties files without write permission, and hidden ones that a wildcard fits."),
        ],
        examples: [
            Example(
                """
                Set-Content /tmp/clear-content.txt x
                Clear-Content /tmp/clear-content.txt
                (Get-Item /tmp/clear-content.txt).Length
                Remove-Item /tmp/clear-content.txt
                """,
                "An empty file.", output: "0"),
            Example(
                """
                Set-Content /tmp/clear-a.log, /tmp/clear-b.log x
                Clear-Content /tmp/clear-*.log -Exclude *-b*
                Get-Item /tmp/clear-*.log | ForEach-Object Length
                Remove-Item /tmp/clear-*.log
                """,
                "All but some files of a pattern.", output: "0\n2"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound(\Self.literalPath)
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
