import Interpreter
import LinuxSystem
import Values

extension Engine {
    /// Programs in PATH whose names begin with a text.
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
    /// What a folder holds; empty where it cannot be read.
    func entries(_ path: String) -> [(name: String, isFolder: Bool)] {
        let host = hostPath(path)
        return ((try? Folders.names(in: host)) ?? []).sorted().map { ($0, isDirectory(host + "/" + $0)) }
    }
}
