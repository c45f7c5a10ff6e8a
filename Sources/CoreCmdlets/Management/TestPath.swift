import CmdletKit
import Engine
import LinuxSystem
import Values

/// Test-Path.
struct TestPath: Cmdlet {
    enum PathType: String, ParameterEnumeration {
        case any = "Any"
        case container = "Container"
        case leaf = "Leaf"
        static let enumerationName = "Microsoft.PowerShell.Commands.TestPathType"
    }

    private var path: [String] = []
    private var literalPath: [String] = []
    private var pathType = PathType.any

    static let declaration = CmdletDeclaration<Self>(
        "Test-Path", synopsis: "Says whether there is something at a path.", defaultSet: "Path",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                validate: [.allowEmptyString], completer: .paths, help: "Paths, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], validate: [.allowEmptyString], completer: .paths, help: "Paths, taken literally."),
            Parameter("PathType", \.pathType, aliases: ["Type"], help: "Anything, a folder (Container) or a file (Leaf)."),
        ],
        outputs: ["System.Boolean"],
        examples: [
            Example("Test-Path /usr -PathType Container", "A folder.", output: "True"),
            Example("Test-Path /nowhere", "Nothing.", output: "False"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound("LiteralPath")
        for path in literal ? literalPath : path { try runtime.write(.bool(exists(path, literal, engine))) }
    }

    private func exists(_ path: String, _ literal: Bool, _ engine: Engine) -> Bool {
        guard !path.isEmpty else { return false }
        if let found = DriveItems.exists(path, engine) { return found }
        let view = engine.fileSystem
        let items = ((try? PathResolver.resolve(path, literal: literal, view)) ?? []).compactMap { FileItem($0, view) }
        return items.contains { item in
            switch pathType {
            case .any: true
            case .container: item.isFolder
            case .leaf: !item.isFolder
            }
        }
    }
}

/// `env:NAME`, `variable:name`, `function:name` and `alias:name` as items.
enum DriveItems {
    /// nil: the path is on none of these drives.
    static func exists(_ path: String, _ engine: Engine) -> Bool? {
        guard let colon = path.firstIndex(of: ":") else { return nil }
        let name = String(path[path.index(after: colon)...].drop { $0 == "\\" || $0 == "/" })
        switch path[..<colon].lowercased() {
        case "env": return name.isEmpty || Environment.value(name) != nil
        case "variable": return name.isEmpty || engine.current.value(name) != nil
        case "function": return name.isEmpty || engine.findFunction(name) != nil
        case "alias": return name.isEmpty || engine.findAlias(name) != nil
        default: return nil
        }
    }
}
