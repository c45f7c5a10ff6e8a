import Engine
import LinuxSystem
import Values

/// Paths with wildcards, as the item cmdlets take them.
enum PathResolver {
    /// The host paths that a path stands for.
    /// - Throws: PathNotFound where it has no wildcard and there is nothing of the name.
    static func resolve(_ path: String, literal: Bool = false, _ view: FileSystemView) throws -> [String] {
        let path = withoutProvider(path)
        let host = view.hostPath(path)
        if literal || !Wildcard.isPattern(path) {
            guard FileItem(host, view) != nil else { throw notFound(view.display(host)) }
            return [host]
        }
        var found = ["/"]
        for part in host.split(separator: "/").map(String.init) {
            guard Wildcard.isPattern(part) else {
                found = found.map { join($0, part) }.filter { FileItem($0, view) != nil }
                continue
            }
            let wildcard = Wildcard(part, ignoreCase: view.isWindowsStyle)
            found = found.flatMap { folder in
                ((try? Folders.names(in: folder)) ?? []).filter {
                    wildcard.matches($0) && (part.hasPrefix(".") || !$0.hasPrefix("."))
                }
                .sorted().map { join(folder, $0) }
            }
        }
        return found
    }

    static func join(_ folder: String, _ name: String) -> String { folder == "/" ? "/" + name : folder + "/" + name }

    /// `Microsoft.PowerShell.Core\FileSystem::/path` and `FileSystem::/path`.
    static func withoutProvider(_ path: String) -> String {
        guard let range = path.firstRange(of: "::") else { return path }
        let provider = path[..<range.lowerBound].lowercased()
        return provider.hasSuffix("filesystem") ? String(path[range.upperBound...]) : path
    }

    static func notFound(_ path: String) -> ValueError {
        ValueError(
            "Cannot find path '\(path)' because it does not exist.", id: "PathNotFound",
            exception: "System.Management.Automation.ItemNotFoundException", category: "ObjectNotFound")
    }
}
