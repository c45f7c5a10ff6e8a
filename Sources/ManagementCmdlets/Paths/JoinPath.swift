import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Join-Path: joins parts of paths by text, with the separator of the system.
struct JoinPath: Cmdlet {
    private var path: [String] = []
    private var childPath: [String] = []
    private var additional: [String] = []
    private var resolve: Switch = false
    private var fileExtension: String?

    static let declaration = CmdletDeclaration<Self>(
        "Join-Path", synopsis: "Makes one path of several parts.",
        description: """
            Puts one separator between the parts, / on Linux, however many they brought along. Takes first parts \
            from the pipeline and writes a text for each. The paths need not exist unless -Resolve is given. A drive \
            that the first part names must exist.
            """,
        parameters: [
            Parameter(
                \.path, aliases: ["PSPath"], position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                completer: .paths, help: "The first part; several of them make several paths."),
            Parameter(
                \.childPath, position: 1, mandatory: true, pipeline: .byPropertyName,
                validate: [.allowNull, .allowEmptyString, .allowEmptyCollection], help: "The part that follows it."),
            Parameter(
                \.additional, named: "AdditionalChildPath", position: 2, pipeline: .byPropertyName, remaining: true,
                validate: [.allowNull, .allowEmptyString, .allowEmptyCollection], help: "Further parts."),
            Parameter(
                \.resolve, help: "Writes the items that the path stands for, wildcards included; none is an error."),
            Parameter(
                \.fileExtension, named: "Extension", validate: [.allowEmptyString],
                help: "The extension that the path is to have; an empty text removes the one it has."),
        ],
        outputs: ["System.String"],
        examples: [
            Example("Join-Path /home ada notes.txt", "One path of three parts.", output: "/home/ada/notes.txt"),
            Example("Join-Path /usr b?n -Resolve", "The first item that a pattern stands for.", output: "/usr/bin"),
            Example(
                "'/etc', '/usr' | Join-Path -ChildPath local",
                "The same part behind several.", output: "/etc/local\n/usr/local"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let separator: Character = engine.fileSystem.isWindowsStyle ? "\\" : "/"
        try runtime.forEach(path) { first in
            // PowerShell rejects a first part on a drive that does not exist.
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

    /// The path with the separators of this system; both kinds are read.
    private func normalized(_ path: String, _ separator: Character) -> String {
        String(path.map { $0 == "/" || $0 == "\\" ? separator : $0 })
    }

    private func replacingExtension(_ path: String, _ wanted: String, _ separator: Character) -> String {
        let nameStart = path.lastIndex(of: separator).map { path.index(after: $0) } ?? path.startIndex
        let bare = path[nameStart...].lastIndex(of: ".").map { String(path[..<$0]) } ?? path
        return wanted.isEmpty ? bare : bare + (wanted.hasPrefix(".") ? "" : ".") + wanted
    }
}
