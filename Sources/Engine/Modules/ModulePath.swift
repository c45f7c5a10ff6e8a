import Glibc
import LinuxSystem
import Values

/// Where modules are looked for by name (about_PSModulePath).
enum ModulePath {
    /// The folders of `$env:PSModulePath`; the user's and the system's where it is not set.
    static var folders: [String] {
        if let path = Environment.value("PSModulePath"), !path.isEmpty {
            return path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        }
        return defaults
    }

    static var defaults: [String] {
        let home = Environment.value("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (home.map { [$0 + "/.local/share/powershell/Modules"] } ?? []) + ["/usr/local/share/powershell/Modules"]
    }

    /// The files that a module is made of, the newest version first.
    static func find(_ specification: ModuleSpecification, _ engine: Engine) -> [String] {
        let name = specification.name
        guard !name.isEmpty, !name.contains("/"), name != ".", name != ".." else { return [] }
        return folders.flatMap { folder -> [String] in
            guard let folder = entry(name, in: folder) else { return [] }
            let own = file(name, in: folder).map { [$0] } ?? []
            let versions = ((try? Folders.names(in: folder)) ?? []).compactMap { text in Version(text).map { (text, $0) } }
                .filter { specification.accepts($0.0) }.sorted { $1.1 < $0.1 }
            return versions.compactMap { file(name, in: folder + "/" + $0.0) } + own
        }
    }

    /// Every module in the folders: its name and its file.
    static func all() -> [(name: String, file: String)] {
        folders.flatMap { folder -> [(String, String)] in
            ((try? Folders.names(in: folder)) ?? []).sorted().compactMap { name in
                let path = folder + "/" + name
                if let file = file(name, in: path) { return (name, file) }
                let versions = ((try? Folders.names(in: path)) ?? []).compactMap { text in Version(text).map { (text, $0) } }
                    .sorted { $1.1 < $0.1 }
                return versions.lazy.compactMap { file(name, in: path + "/" + $0.0) }.first.map { (name, $0) }
            }
        }
    }

    /// The manifest, else the script module, of a name in a folder, in whatever case.
    static func file(_ name: String, in folder: String) -> String? {
        let names = (try? Folders.names(in: folder)) ?? []
        return [".psd1", ".psm1"].lazy.compactMap { suffix in names.first { $0.equalsIgnoringCase(name + suffix) } }.first
            .map { folder + "/" + $0 }
    }

    private static func entry(_ name: String, in folder: String) -> String? {
        ((try? Folders.names(in: folder)) ?? []).first { $0.equalsIgnoringCase(name) }.map { folder + "/" + $0 }
    }
}
