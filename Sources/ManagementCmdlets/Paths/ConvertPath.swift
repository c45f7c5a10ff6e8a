import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Convert-Path: resolves paths to absolute paths of files.
struct ConvertPath: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Convert-Path", aliases: ["cvpa"], synopsis: "Turns paths into the paths that programs know.",
        description: """
            A path on a drive of New-PSDrive becomes the path of the file itself, a relative path an absolute one, \
            and a pattern the items that it fits. Takes paths, or objects with a path, from the pipeline and writes \
            texts. A path that names nothing is an error.
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
            Parameter(\.force, help: "Finds hidden items that a wildcard fits as well."),
        ],
        outputs: ["System.String"],
        examples: [
            Example("Convert-Path /usr/../etc", "An absolute path.", output: "/etc"),
            Example(
                "New-PSDrive lib FileSystem /usr/lib | Out-Null; Convert-Path lib:/os-release",
                "A file on a drive.", output: "/usr/lib/os-release"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound(\Self.literalPath)
        try runtime.forEach(literal ? literalPath : path) { path in
            for item in try PathResolver(engine: engine, showsHidden: force.isOn || literal).resolve(path, literal: literal) {
                switch item {
                case .file(let file): try runtime.write(.string(file.path))
                case .entry(_, let name): try runtime.write(.string(name))
                }
            }
        }
    }
}
