import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Clear-Content: empties files.
struct ClearContent: Cmdlet {
    private var paths = ItemPaths()
    private var names = NameFilter()
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Clear-Content", aliases: ["clc"], synopsis: "Empties files and keeps them.",
        description: """
            The files keep their names, permissions and owners, and have no content afterwards. Takes paths by \
            property name from the pipeline and writes nothing. Folders and items of other drives are an error.
            """,
        defaultSet: "Path", confirms: true,
        parameters: .of(
            .group(\.paths, .path("Paths of files; wildcards are allowed.", pipeline: .byPropertyName), .literalPath()),
            .group(\.names),
            [Parameter(\.force, help: "Empties files without write permission, and hidden ones that a wildcard fits.")]),
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
        let resolver = PathResolver(engine: engine, filter: names, showsHidden: force.isOn)
        try paths.forEachItem(resolver, runtime) { item in
            guard case .file(let file) = item else {
                throw ValueError(
                    "Cannot use interface. The IContentCmdletProvider interface is not implemented by this provider.",
                    id: "NotSupported", exception: "System.Management.Automation.PSNotSupportedException",
                    category: "NotImplemented")
            }
            guard try runtime.shouldProcess(target: "Item: \(file.path)", action: "Clear Content") else { return }
            try clear(file)
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
