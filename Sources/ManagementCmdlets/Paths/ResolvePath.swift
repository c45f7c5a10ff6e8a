import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Resolve-Path: resolves paths and patterns to PathInfo objects or relative paths.
struct ResolvePath: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var relative: Switch = false
    private var relativeBasePath: String?
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Resolve-Path", aliases: ["rvpa"], synopsis: "Gets the paths that a pattern or a relative path stands for.",
        description: """
            Writes a System.Management.Automation.PathInfo for each item that exists, or a text with -Relative. \
            Takes paths, or objects with a path, from the pipeline. A path without wildcards that names nothing is \
            an error. Symbolic links stay as they are named.
            """,
        defaultSet: "Path",
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths,
                help: "Paths; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths,
                help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(\.relative, help: "Writes texts that lead to the items from the current location."),
            Parameter(
                \.relativeBasePath, completer: .paths,
                help: "The folder that relative paths start at, and that -Relative leads from."),
            Parameter(\.force, help: "Finds hidden items that a wildcard fits as well."),
        ],
        outputs: ["System.Management.Automation.PathInfo", "System.String"],
        examples: [
            Example("(Resolve-Path /usr/../usr/b?n).Path", "A pattern.", output: "/usr/bin"),
            Example("Set-Location /usr; Resolve-Path bin -Relative; Set-Location /", "As a relative path.", output: "./bin"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound(\Self.literalPath)
        var base = engine.fileSystem.hostLocation
        if let relativeBasePath {
            guard let folder = try PathResolver(engine: engine).files(relativeBasePath).first, folder.isFolder else {
                throw PathResolver.notFound(relativeBasePath)
            }
            base = folder.hostPath
        }
        try runtime.forEach(literal ? literalPath : path) { path in
            let start = relativeBasePath == nil || path.hasPrefix("/") || path.hasPrefix("~") ? path : base + "/" + path
            for item in try PathResolver(engine: engine, showsHidden: force.isOn).resolve(start, literal: literal) {
                if relative.isOn, case .file(let file) = item {
                    let isElsewhere = relativeBasePath == nil && Self.isElsewhere(file.hostPath, engine)
                    try runtime.write(.string(isElsewhere ? item.path : RelativePath.text(to: file.hostPath, from: base)))
                } else {
                    try runtime.write(PathInfo.make(shown(item, path, engine), engine))
                }
            }
        }
    }

    /// Whether the location is on a drive of New-PSDrive and the file is outside the drive's root, so that no relative path leads
    /// to it.
    private static func isElsewhere(_ file: String, _ engine: Engine) -> Bool {
        let location = engine.fileSystem.location
        guard let colon = location.firstIndex(of: ":"), let drive = engine.drive(String(location[..<colon])),
            drive.provider == .fileSystem
        else { return false }
        return !(file + "/").hasPrefix(drive.root.hasSuffix("/") ? drive.root : drive.root + "/")
    }

    /// The path to write: on the drive that the user named, if the item is on it.
    private func shown(_ item: ResolvedItem, _ path: String, _ engine: Engine) -> String {
        guard case .file(let file) = item, let colon = path.firstIndex(of: ":"), let drive = engine.drive(String(path[..<colon])),
            drive.provider == .fileSystem, file.hostPath.hasPrefix(drive.root)
        else { return item.path }
        return drive.name + ":/" + file.hostPath.dropFirst(drive.root.count).drop { $0 == "/" }
    }
}

/// Relative paths, by text alone.
enum RelativePath {
    /// The relative path from a folder to a target; both are absolute host paths.
    static func text(to target: String, from base: String) -> String {
        let from = base.split(separator: "/")
        let to = target.split(separator: "/")
        var shared = 0
        while shared < from.count, shared < to.count, from[shared] == to[shared] { shared += 1 }
        let up = [String](repeating: "..", count: from.count - shared)
        let down = to[shared...].map(String.init)
        if up.isEmpty { return "./" + down.joined(separator: "/") }
        // A target that is the base folder itself, or above it, is named by way of the folders above, as in `../name`.
        return (up + down).joined(separator: "/")
    }
}
