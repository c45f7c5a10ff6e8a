import CmdletKit
import Engine
import Values

/// Join-Path.
struct JoinPath: Cmdlet {
    private var path: [String] = []
    private var childPath = ""
    private var additional: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Join-Path", synopsis: "Joins parts of a path.",
        parameters: [
            Parameter(
                "Path", \.path, aliases: ["PSPath"], position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                completer: .paths, help: "The first part."),
            Parameter(
                "ChildPath", \.childPath, position: 1, mandatory: true, pipeline: .byPropertyName, validate: [.allowEmptyString],
                help: "What follows."),
            Parameter(
                "AdditionalChildPath", \.additional, position: 2, pipeline: .byPropertyName, remaining: true, help: "And more."),
        ],
        outputs: ["System.String"], examples: [Example("Join-Path /a b c", "One path.", output: "/a/b/c")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let separator: Character = try runtime.service(Engine.self).fileSystem.isWindowsStyle ? "\\" : "/"
        for first in path {
            let joined = ([childPath] + additional).reduce(first) { head, tail in
                let rest = tail.drop { $0 == "/" || $0 == separator }
                return head.hasSuffix(String(separator)) || head.hasSuffix("/") ? head + rest : head + String(separator) + rest
            }
            try runtime.write(.string(joined))
        }
    }
}

/// Split-Path.
struct SplitPath: Cmdlet {
    private var path: [String] = []
    private var leaf: Switch = false
    private var parent: Switch = false
    private var leafBase: Switch = false
    private var fileExtension: Switch = false
    private var isAbsolute: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Split-Path", synopsis: "Takes a path apart.",
        parameters: [
            Parameter(
                "Path", \.path, aliases: ["LiteralPath", "PSPath"], position: 0, mandatory: true,
                pipeline: [.byValue, .byPropertyName], completer: .paths, help: "The path."),
            Parameter("Parent", \.parent, help: "All but the last part: the default."),
            Parameter("Leaf", \.leaf, help: "The last part."),
            Parameter("LeafBase", \.leafBase, help: "The last part without its extension."),
            Parameter("Extension", \.fileExtension, help: "The last part's extension."),
            Parameter("IsAbsolute", \.isAbsolute, help: "Whether it is absolute."),
        ],
        outputs: ["System.String"], examples: [Example("Split-Path /a/b.txt -Leaf", "The last part.", output: "b.txt")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let isWindows = try runtime.service(Engine.self).fileSystem.isWindowsStyle
        for path in path {
            let isSeparator = { (character: Character) in character == "/" || (isWindows && character == "\\") }
            var trimmed = path
            while trimmed.count > 1, let last = trimmed.last, isSeparator(last) { trimmed.removeLast() }
            let cut = trimmed.lastIndex(where: isSeparator)
            let name = cut.map { String(trimmed[trimmed.index(after: $0)...]) } ?? trimmed
            let dot = name.lastIndex(of: ".")
            if isAbsolute.isOn {
                try runtime.write(.bool(path.first.map(isSeparator) == true || path.dropFirst().first == ":"))
            } else if leaf.isOn {
                try runtime.write(.string(name))
            } else if leafBase.isOn {
                try runtime.write(.string(dot.map { String(name[..<$0]) } ?? name))
            } else if fileExtension.isOn {
                try runtime.write(.string(dot.map { String(name[$0...]) } ?? ""))
            } else {
                try runtime.write(
                    .string(
                        cut.map {
                            $0 == trimmed.startIndex
                                ? String(trimmed[...$0].prefix(trimmed.count > 1 ? 1 : 0)) : String(trimmed[..<$0])
                        } ?? ""))
            }
        }
    }
}

/// Resolve-Path.
struct ResolvePath: Cmdlet {
    private var path: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Resolve-Path", aliases: ["rvpa"], synopsis: "Turns paths with wildcards into the paths there are.",
        parameters: [
            Parameter(
                "Path", \.path, aliases: ["LiteralPath", "PSPath"], position: 0, mandatory: true,
                pipeline: [.byValue, .byPropertyName], completer: .paths, help: "Paths, with wildcards.")
        ],
        outputs: ["System.Management.Automation.PathInfo"],
        examples: [Example("(Resolve-Path /usr/../usr).Path", "An absolute path.", output: "/usr")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let view = try runtime.service(Engine.self).fileSystem
        for path in path {
            do {
                for host in try PathResolver.resolve(path, view) { try runtime.write(PathInfo.make(view.display(host))) }
            } catch let error as ValueError {
                try runtime.writeError(.wrapping(error))
            }
        }
    }
}
