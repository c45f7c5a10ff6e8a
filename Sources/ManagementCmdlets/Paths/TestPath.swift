import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Test-Path: says whether a path resolves to something.
struct TestPath: Cmdlet {
    /// -PathType.
    enum PathType: String, ParameterEnumeration {
        case any = "Any"
        case container = "Container"
        case leaf = "Leaf"
        static let enumerationName = "Microsoft.PowerShell.Commands.TestPathType"
    }

    private var path: [Value] = []
    private var literalPath: [Value] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []
    private var pathType = PathType.any
    private var isValid: Switch = false
    private var olderThan: DateTime?
    private var newerThan: DateTime?

    static let declaration = CmdletDeclaration<Self>(
        "Test-Path", synopsis: "Says whether there is something at a path.",
        description: """
            Writes True or False for each path. A pattern is True where it fits at least one item. Takes paths, or \
            objects with a path, from the pipeline. With -IsValid nothing is looked up: the text alone is judged.
            """,
        defaultSet: "Path",
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                validate: [.allowNull, .allowEmptyString, .allowEmptyCollection], completer: .paths,
                help: "Paths; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], validate: [.allowNull, .allowEmptyString, .allowEmptyCollection], completer: .paths,
                help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(
                \.filter,
                help: "A wildcard pattern that the name of a file must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: "Wildcard patterns: only items whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: items whose name fits one of them are left out."),
            Parameter(
                \.pathType, aliases: ["Type"],
                help: "Any (the default), Container for folders and drives, or Leaf for files and entries."),
            Parameter(\.isValid, help: "Says whether the text could be a path, whether something is there or not."),
            Parameter(\.olderThan, help: "Only files that were last written before this moment."),
            Parameter(\.newerThan, help: "Only files that were last written after this moment."),
        ],
        outputs: ["System.Boolean"],
        examples: [
            Example("Test-Path /usr -PathType Container", "A folder.", output: "True"),
            Example("Test-Path /usr, /nowhere", "Two paths, one of which is missing.", output: "True\nFalse"),
            Example("Test-Path /etc/passwd -NewerThan 1980-01-01", "A file that was written after a day.", output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound(\Self.literalPath)
        let paths = literal ? literalPath : path
        guard !paths.isEmpty else { return try nullPath(runtime) }
        for path in paths {
            if path.isNull {
                try nullPath(runtime)
                continue
            }
            // A path of blanks alone does not exist.
            let text = path.displayText
            try runtime.write(
                .bool(isValid.isOn ? isPossible(text, engine) : !text.trimmingSpaces().isEmpty && exists(text, literal, engine)))
        }
    }

    private func nullPath(_ runtime: any CmdletRuntime) throws {
        try runtime.writeError(
            ErrorRecord(
                "The provided Path argument was null or an empty collection.", id: "NullPathNotPermitted",
                category: "InvalidArgument",
                exception: "System.ArgumentNullException"))
    }

    private func isPossible(_ path: String, _ engine: Engine) -> Bool {
        guard !path.trimmingSpaces().isEmpty, !path.contains("\0") else { return false }
        return (try? engine.itemPath(path)) != nil
    }

    private func exists(_ path: String, _ literal: Bool, _ engine: Engine) -> Bool {
        let resolver = PathResolver(
            engine: engine, filter: NameFilter(filter: filter, include: include, exclude: exclude), showsHidden: true)
        let items = (try? resolver.resolve(path, literal: literal)) ?? []
        return items.contains { item in
            switch pathType {
            case .any: break
            case .container: guard item.isContainer else { return false }
            case .leaf: guard !item.isContainer else { return false }
            }
            guard olderThan != nil || newerThan != nil else { return true }
            guard case .file(let file) = item else { return false }
            let time = file.status.st_mtim
            let written = DateTime.local(unixSeconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec)).ticks
            return (olderThan.map { written < $0.ticks } ?? true) && (newerThan.map { written > $0.ticks } ?? true)
        }
    }
}
