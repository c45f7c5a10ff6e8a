import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Join-Path.
struct JoinPath: Cmdlet {
    private var path: [String] = []
    private var childPath: [String] = []
    private var additional: [String] = []
    private var resolve: Switch = false
    private var fileExtension: String?

    static let declaration = CmdletDeclaration<Self>(
        "Join-Path", synopsis: "Joins parts of a path.",
        parameters: [
            Parameter(
                "Path", \.path, aliases: ["PSPath"], position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                completer: .paths, help: "The first part."),
            Parameter(
                "ChildPath", \.childPath, position: 1, mandatory: true, pipeline: .byPropertyName,
                validate: [.allowNull, .allowEmptyString, .allowEmptyCollection], help: "What follows."),
            Parameter(
                "AdditionalChildPath", \.additional, position: 2, pipeline: .byPropertyName, remaining: true,
                validate: [.allowNull, .allowEmptyString, .allowEmptyCollection], help: "And more."),
            Parameter("Resolve", \.resolve, help: "Writes the paths that there are, and fails where there is none."),
            Parameter("Extension", \.fileExtension, validate: [.allowEmptyString], help: "The extension that the path is to have."),
        ],
        outputs: ["System.String"], examples: [Example("Join-Path /a b c", "One path.", output: "/a/b/c")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let separator: Character = engine.fileSystem.isWindowsStyle ? "\\" : "/"
        try runtime.forEach(path) { first in
            // The drive must be one that there is, as PowerShell asks of the first part.
            _ = try engine.itemPath(first)
            var joined = (childPath + additional).reduce(normalized(first, separator)) { head, tail in
                let rest = normalized(tail, separator).drop { $0 == separator }
                if head.isEmpty { return rest.isEmpty ? String(separator) : String(separator) + rest }
                return head.last == separator ? head + rest : head + String(separator) + rest
            }
            if let fileExtension { joined = replacingExtension(joined, fileExtension, separator) }
            guard resolve.isOn else {
                try runtime.write(.string(joined))
                return
            }
            for item in try PathResolver(engine: engine, showsHidden: true).resolve(joined) {
                try runtime.write(.string(item.path))
            }
        }
    }

    /// With the separators of this system.
    private func normalized(_ path: String, _ separator: Character) -> String {
        String(path.map { $0 == "/" || $0 == "\\" ? separator : $0 })
    }

    private func replacingExtension(_ path: String, _ wanted: String, _ separator: Character) -> String {
        let nameStart = path.lastIndex(of: separator).map { path.index(after: $0) } ?? path.startIndex
        let bare = path[nameStart...].lastIndex(of: ".").map { String(path[..<$0]) } ?? path
        return wanted.isEmpty ? bare : bare + (wanted.hasPrefix(".") ? "" : ".") + wanted
    }
}
