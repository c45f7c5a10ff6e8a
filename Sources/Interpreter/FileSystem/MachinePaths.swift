import Glibc
import LinuxSystem
import Values

/// Paths as .NET's own file classes resolve them: with the session's drives but not those of New-PSDrive, relative to the engine's
/// `FileSystemView.machineLocation`.
package struct MachinePaths: Sendable {
    /// The drives of a Windows-style session; nil for Linux paths.
    package let drives: WindowsDrives?
    /// The session's environment variables.
    package let environment: EnvironmentVariables

    /// Takes the drives and environment of a session.
    package init(_ files: FileSystemView) {
        drives = files.drives
        environment = files.environment
    }

    /// The current folder as users see it.
    package var current: String {
        let host = Engine.ofThread?.fileSystem.machineLocation ?? Self.processFolder
        return drives?.display(host) ?? host
    }

    private static var processFolder: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        guard getcwd(&buffer, buffer.count) != nil else { return "/" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The host path of a path as users see it.
    package func host(_ path: String) -> String {
        drives?.hostPath(path, from: current) ?? (path.hasPrefix("/") || path.isEmpty ? path : current + "/" + path)
    }

    /// A host path as users see it.
    package func shown(_ host: String) -> String { drives?.display(host) ?? host }

    /// The absolute path as users see it; a separator at its end is kept.
    package func full(_ path: String) -> String {
        guard drives == nil else {
            let full = shown(host(path))
            return (path.hasSuffix("/") || path.hasSuffix("\\")) && !full.hasSuffix("\\") ? full + "\\" : full
        }
        let normal = FileSystemView.normalize(path.hasPrefix("/") ? path : current + "/" + path)
        return path.hasSuffix("/") && normal != "/" ? normal + "/" : normal
    }

    /// The separator of paths: `\` with drives, else `/`.
    package var separator: Character { drives == nil ? "/" : "\\" }

    /// Whether a character separates the components of a path.
    package func separates(_ character: Character) -> Bool { character == "/" || (drives != nil && character == "\\") }

    /// Whether a path starts at a root or a drive.
    package func isRooted(_ path: String) -> Bool {
        path.first.map { separates($0) } == true || (drives != nil && WindowsDrives.drive(of: path) != nil)
    }

    /// The root of a path: `C:\` of `C:\x`, `/` of `/x`; empty for a relative path.
    package func root(of path: String) -> String {
        guard isRooted(path) else { return "" }
        guard drives != nil, WindowsDrives.drive(of: path) != nil else { return String(path.prefix(1)) }
        return String(path.prefix(path.dropFirst(2).first.map { separates($0) } == true ? 3 : 2))
    }
}
