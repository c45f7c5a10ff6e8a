import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Clear-Item: sets a variable to $null, or removes an entry of another provider.
struct ClearItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var force: Switch = false
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Clear-Item", aliases: ["cli"], synopsis: "Empties an entry of a drive and keeps it.",
        description: """
            Works on the drives Variable, Function, Alias and Env. A variable keeps its name and holds $null \
            afterwards; an environment variable, a function or an alias cannot be empty and is removed. Takes paths \
            from the pipeline and writes nothing. Clear-Content empties files.
            """,
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths,
                help: "Paths on the drives Variable, Function, Alias and Env; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"],
                completer: .paths, help: "Paths in which no character is a wildcard."),
            Parameter(\.force, help: "Empties read-only entries as well."),
            Parameter(
                \.filter,
                help: "A wildcard pattern that the name of an entry must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: "Wildcard patterns: only entries whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: entries whose name fits one of them are left out."),
        ],
        examples: [
            Example("$word = 1; Clear-Item Variable:word; $null -eq $word", "A variable without a value.", output: "True"),
            Example(
                "$env:COLOUR = 'blue'; Clear-Item Env:COLOUR; Test-Path Env:COLOUR",
                "An environment variable is gone with its value.", output: "False"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound(\Self.literalPath)
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
