import Glibc
import LinuxSystem
import Values

extension Engine {
    /// The folders of the module path under an environment.
    public static func moduleFolders(_ environment: EnvironmentVariables) -> [String] { ModulePath(environment).folders }

    /// The module path of this session.
    package var modulePath: ModulePath { ModulePath(environment) }
}

/// The module path: finds modules by name (about_PSModulePath), and the files that they consist of.
package struct ModulePath {
    private let environment: EnvironmentVariables

    init(_ environment: EnvironmentVariables) { self.environment = environment }

    /// The absolute folders of `$env:PSModulePath`; the user's and the system's module folders where it is not set.
    var folders: [String] {
        if let path = environment["PSModulePath"], !path.isEmpty {
            var seen: Set<String> = []
            return path.split(separator: ":").map { FileSystemView.normalize(String($0)) }
                .filter { $0.hasPrefix("/") && seen.insert($0).inserted }
        }
        return defaults
    }

    private var defaults: [String] {
        let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (home.map { [$0 + "/.local/share/powershell/Modules"] } ?? []) + ["/usr/local/share/powershell/Modules"]
    }

    /// The files that a module of a name can be loaded from, the newest version first.
    func find(_ name: String) -> [String] {
        guard !name.isEmpty, !name.contains("/"), name != ".", name != ".." else { return [] }
        return folders.flatMap { folder in Self.entry(name, in: folder).map { Self.files(of: name, in: $0) } ?? [] }
    }

    /// The module files of a module's folder: those of its version folders, the newest first, then its own.
    static func files(of name: String, in folder: String) -> [String] {
        let versions = names(in: folder).compactMap { text in Version(text).map { (text, $0) } }.sorted { $1.1 < $0.1 }
        return versions.compactMap { file(name, in: folder + "/" + $0.0) } + (file(name, in: folder).map { [$0] } ?? [])
    }

    /// Every module in the folders with its file, each version separately.
    package func all() -> [(name: String, file: String)] {
        folders.flatMap { folder in
            Self.names(in: folder).sorted().flatMap { name in Self.files(of: name, in: folder + "/" + name).map { (name, $0) } }
        }
    }

    /// Every manifest and script module below a folder.
    static func everyFile(below folder: String, depth: Int = 0) -> [String] {
        // 16 levels are deeper than installed modules; a link to a folder above could recurse for ever.
        guard depth < 16 else { return [] }
        var found: [String] = []
        for name in names(in: folder).sorted() {
            let path = folder + "/" + name
            if Files.isDirectory(path) {
                if Files.linkTarget(path) == nil || depth == 0 { found += everyFile(below: path, depth: depth + 1) }
            } else if name.lowercased().hasSuffix(".psd1") || name.lowercased().hasSuffix(".psm1") {
                found.append(path)
            }
        }
        return found
    }

    /// The manifest, or else the script module, of a name in a folder; names are found in any case.
    static func file(_ name: String, in folder: String) -> String? {
        let names = names(in: folder)
        return [".psd1", ".psm1"].lazy.compactMap { suffix in names.first { $0.equalsIgnoringCase(name + suffix) } }.first
            .map { folder + "/" + $0 }
    }

    private static func entry(_ name: String, in folder: String) -> String? {
        names(in: folder).first { $0.equalsIgnoringCase(name) }.map { folder + "/" + $0 }
    }

    private static func names(in folder: String) -> [String] { (try? Folders.names(in: folder)) ?? [] }
}
