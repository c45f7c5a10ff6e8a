import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Clear-Item.
struct ClearItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var force: Switch = false
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Clear-Item", aliases: ["cli"], synopsis: "Empties an entry by its path, and keeps it.", defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths,
                help: "Paths on the drives Variable, Function, Alias and Env, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"],
                completer: .paths, help: "Paths, taken literally."),
            Parameter("Force", \.force, help: "Read-only ones too."),
            Parameter("Filter", \.filter, help: "A pattern for names."),
            Parameter("Include", \.include, help: "Only names that match one of these."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
        ],
        examples: [Example("$x = 1; Clear-Item Variable:x; $null -eq $x", "A variable without a value.", output: "True")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound("LiteralPath")
        let resolver = PathResolver(engine: engine, filter: NameFilter(filter: filter, include: include, exclude: exclude))
        try runtime.forEach(literal ? literalPath : path) { path in
            for item in try resolver.resolve(path, literal: literal) {
                guard case .entry(let provider, let name) = item else { throw PathResolver.unsupported(.fileSystem) }
                guard try runtime.shouldProcess(target: "Item: \(name)", action: "Clear Item") else { continue }
                let table = EntryTable(provider, engine)
                if provider == .variable {
                    try table.set(name, .null, force: force.isOn)
                } else {
                    try table.remove(name, force: force.isOn)
                }
            }
        }
    }
}
