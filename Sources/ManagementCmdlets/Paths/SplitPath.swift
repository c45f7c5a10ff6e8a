import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Split-Path: writes a part of a path (`PathParts`).
struct SplitPath: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var leaf: Switch = false
    private var parent: Switch = false
    private var leafBase: Switch = false
    private var fileExtension: Switch = false
    private var isAbsolute: Switch = false
    private var qualifier: Switch = false
    private var noQualifier: Switch = false
    private var resolve: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Split-Path", synopsis: "Gets a part of a path: the folder, the name, the extension or the drive.",
        description: """
            Works on the text alone, without looking whether something is there, unless -Resolve is given. Without a \
            switch it writes the path without its last part. Takes paths, or objects with a path, from the pipeline \
            and writes a text for each, or True and False with -IsAbsolute.
            """,
        defaultSet: "ParentSet",
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                sets: ["ParentSet", "LeafSet", "LeafBaseSet", "ExtensionSet", "QualifierSet", "NoQualifierSet", "IsAbsoluteSet"],
                completer: .paths, help: "Paths; a wildcard is taken as it stands unless -Resolve is given."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPathSet"], completer: .paths, help: "Paths in which no character is a wildcard."),
            Parameter(\.parent, sets: ["ParentSet"], help: "The path without its last part: what is written by default."),
            Parameter(\.leaf, mandatory: true, sets: ["LeafSet"], help: "The last part: the name."),
            Parameter(\.leafBase, mandatory: true, sets: ["LeafBaseSet"], help: "The name without its extension."),
            Parameter(
                \.fileExtension, named: "Extension", mandatory: true, sets: ["ExtensionSet"],
                help: "The extension of the name, with its dot."),
            Parameter(
                \.qualifier, mandatory: true, sets: ["QualifierSet"],
                help: "The drive with its colon; a path without one is an error."),
            Parameter(\.noQualifier, mandatory: true, sets: ["NoQualifierSet"], help: "The path without its drive."),
            Parameter(\.isAbsolute, mandatory: true, sets: ["IsAbsoluteSet"], help: "Whether the path is absolute."),
            Parameter(\.resolve, help: "Splits the paths that a wildcard stands for."),
        ],
        outputs: ["System.String", "System.Boolean"],
        examples: [
            Example("Split-Path /home/ada/notes.txt", "The folder.", output: "/home/ada"),
            Example("Split-Path /home/ada/notes.txt -LeafBase", "The name without its extension.", output: "notes"),
            Example("Split-Path Env:PATH -Qualifier", "The drive.", output: "Env:"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        try runtime.forEach(literalPath.isEmpty ? path : literalPath) { path in
            var paths = [path]
            if resolve.isOn { paths = try PathResolver(engine: engine, showsHidden: true).resolve(path).map(\.path) }
            for path in paths { try runtime.write(try part(of: path, engine)) }
        }
    }

    private func part(of path: String, _ engine: Engine) throws -> Value {
        let parts = PathParts(path, isWindows: engine.fileSystem.isWindowsStyle)
        if isAbsolute.isOn { return .bool(parts.isAbsolute) }
        if leaf.isOn { return .string(parts.leaf) }
        if leafBase.isOn { return .string(parts.leafBase) }
        if fileExtension.isOn { return .string(parts.fileExtension) }
        if qualifier.isOn {
            guard let qualifier = parts.qualifier else {
                throw ValueError(
                    "Cannot parse path because path '\(path)' does not have a qualifier specified.", id: "ParsePathFormatError",
                    exception: "System.FormatException", category: "InvalidArgument")
            }
            return .string(qualifier)
        }
        if noQualifier.isOn { return .string(parts.withoutQualifier) }
        // The root of a drive has no parent.
        return .string(parts.parent == parts.qualifier ? "" : parts.parent)
    }
}

/// The parts of a path, by text alone.
struct PathParts {
    private let path: String
    private let separator: Character

    /// The parts of a path, in which `/` and `\` both separate.
    init(_ path: String, isWindows: Bool) {
        separator = isWindows ? "\\" : "/"
        let separator = separator
        self.path = String(path.map { $0 == "/" || $0 == "\\" ? separator : $0 })
    }

    /// The drive with its colon, such as `C:` or `Env:`, or the provider with two; nil if the path names none.
    var qualifier: String? {
        if let colons = path.firstRange(of: "::") { return String(path[..<colons.upperBound]) }
        guard let colon = path.firstIndex(where: { $0 == ":" || $0 == separator }), path[colon] == ":", colon > path.startIndex
        else {
            return nil
        }
        return String(path[...colon])
    }

    var withoutQualifier: String { qualifier.map { String(path.dropFirst($0.count)) } ?? path }
    var isAbsolute: Bool { path.first == separator || qualifier != nil }

    private var trimmed: String {
        var text = path
        while text.count > 1, text.last == separator { text.removeLast() }
        return text
    }

    /// The last part; empty for a drive alone.
    var leaf: String {
        let text = trimmed
        return text.lastIndex(of: separator).map { cut in
            text.count == 1 ? text : String(text[text.index(after: cut)...])
        } ?? (qualifier == text ? "" : String(text.dropFirst(qualifier?.count ?? 0)))
    }

    /// The last part without its extension.
    var leafBase: String { leaf.lastIndex(of: ".").map { String(leaf[..<$0]) } ?? leaf }
    /// The extension of the last part, with its dot; empty if there is none.
    var fileExtension: String { leaf.lastIndex(of: ".").map { String(leaf[$0...]) } ?? "" }

    /// The path without its last part; empty if nothing remains.
    var parent: String {
        let text = trimmed
        guard let cut = text.lastIndex(of: separator) else { return qualifier.map { $0 == text ? "" : $0 } ?? "" }
        if cut == text.startIndex { return text.count > 1 ? String(separator) : "" }
        // The parent of `C:\x` is `C:\`, not `C:`.
        if let qualifier, text[..<cut] == qualifier { return text.count > qualifier.count + 1 ? String(text[...cut]) : "" }
        return String(text[..<cut])
    }
}
