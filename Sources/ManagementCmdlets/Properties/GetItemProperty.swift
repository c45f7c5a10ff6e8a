import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-ItemProperty: writes chosen properties of files and folders as an object.
struct GetItemProperty: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var name: [String] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-ItemProperty", aliases: ["gp"], synopsis: "Gets properties of files and folders as an object.",
        description: """
            With -Name it writes an object that has the named properties and the path of the item; without -Name it \
            writes the file or folder itself. Takes paths, or objects with a path, from the pipeline. Files and \
            folders are the only items with properties: the other drives of this shell have none, and are an error.
            """,
        defaultSet: "Path",
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths,
                help: "Paths of files and folders; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"],
                completer: .paths, help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(\.name, aliases: ["PSProperty"], position: 1, help: "Names of properties; wildcards are allowed."),
            Parameter(
                \.filter,
                help: "A wildcard pattern that the name of a file must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: "Wildcard patterns: only items whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: items whose name fits one of them are left out."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo", "System.Management.Automation.PSCustomObject"],
        examples: [
            Example("(Get-ItemProperty /usr -Name Name).Name", "One property.", output: "usr"),
            Example("(Get-ItemProperty /etc/passwd Extension, BaseName).BaseName", "Several properties.", output: "passwd"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let names = NameFilter(filter: filter, include: include, exclude: exclude)
        try ItemPropertyAccess.forEach(path, literal: literalPath, names, runtime) { item in
            let value = Value.object(item)
            guard !name.isEmpty else {
                try runtime.write(value)
                return
            }
            var notes: [(String, Value)] = []
            for pattern in name {
                let matches = value.propertyNames.filter { Wildcard(pattern).matches($0) && !$0.hasPrefix("PS") }
                if matches.isEmpty, !Wildcard.isPattern(pattern) {
                    try runtime.writeError(.wrapping(ItemPropertyAccess.notFound(pattern, item.path)))
                }
                for match in matches { notes.append((match, value.property(match) ?? .null)) }
            }
            guard !notes.isEmpty else { return }
            for member in ["PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider"] {
                notes.append((member, value.property(member) ?? .null))
            }
            try runtime.write(.object(CustomObject(notes)))
        }
    }
}
