import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Clear-Item: sets a variable to $null, or removes an entry of another provider.
struct ClearItem: Cmdlet {
    private var paths = ItemPaths()
    private var force: Switch = false
    private var names = NameFilter()

    static let declaration = CmdletDeclaration<Self>(
        "Clear-Item", aliases: ["cli"], synopsis: "Empties an entry of a drive and keeps it.",
        description: """
            Works on the drives Variable, Function, Alias and Env. A variable keeps its name and holds $null \
            afterwards; an environment variable, a function or an alias cannot be empty and is removed. Takes paths \
            from the pipeline and writes nothing. Clear-Content empties files.
            """,
        defaultSet: "Path", confirms: true,
        parameters: .of(
            .group(
                \.paths, .path("Paths on the drives Variable, Function, Alias and Env; wildcards are allowed."),
                .literalPath("Paths in which no character is a wildcard.")),
            [Parameter(\.force, help: "Empties read-only entries as well.")],
            .group(\.names, NameFilter.parameters(named: "an entry", items: "entries"))),
        examples: [
            Example("$word = 1; Clear-Item Variable:word; $null -eq $word", "A variable without a value.", output: "True"),
            Example(
                "$env:COLOUR = 'blue'; Clear-Item Env:COLOUR; Test-Path Env:COLOUR",
                "An environment variable is gone with its value.", output: "False"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let resolver = PathResolver(engine: engine, filter: names)
        try paths.forEachItem(resolver, runtime) { item in
            guard case .entry(let provider, let name) = item else { throw PathResolver.unsupported(.fileSystem) }
            guard try runtime.shouldProcess(target: "Item: \(name)", action: "Clear Item") else { return }
            let table = EntryTable(provider, engine)
            if provider == .variable {
                try table.set(name, .null, force: force.isOn)
            } else {
                try table.remove(name, force: force.isOn)
            }
        }
    }
}
