import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-ItemProperty.
struct GetItemProperty: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var name: [String] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-ItemProperty", aliases: ["gp"], synopsis: "Gets properties of files and folders.", defaultSet: "Path",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths,
                help: "Paths, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"],
                completer: .paths, help: "Paths, taken literally."),
            Parameter("Name", \.name, aliases: ["PSProperty"], position: 1, help: "The properties; all where none is named."),
            Parameter("Filter", \.filter, help: "A pattern for names."),
            Parameter("Include", \.include, help: "Only names that match one of these."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo", "System.Management.Automation.PSCustomObject"],
        examples: [Example("(Get-ItemProperty /usr -Name Name).Name", "A folder's name.", output: "usr")])

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
