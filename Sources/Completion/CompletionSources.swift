import Interpreter
import LinuxSystem
import Values

extension Engine {
    /// The programs in PATH whose names start with a prefix, sorted. A prefix is case-sensitive, as the names are.
    public func programs(startingWith prefix: String) -> [String] {
        var names: Set<String> = []
        for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
            for name in (try? Folders.names(in: String(folder))) ?? []
            where name.hasPrefix(prefix) && fileSystem.isExecutable(folder + "/" + name) {
                names.insert(name)
            }
        }
        return names.sorted()
    }
}

extension FileSystemView {
    /// The entries of a folder, sorted; empty where it cannot be read.
    func entries(_ path: String) -> [(name: String, isFolder: Bool)] {
        let host = hostPath(path)
        return ((try? Folders.names(in: host)) ?? []).sorted().map { ($0, isDirectory(host + "/" + $0)) }
    }
}
