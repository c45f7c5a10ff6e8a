import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Alias.
struct GetAlias: Cmdlet {
    private var name: [String] = ["*"]
    private var definition: [String] = []
    private var exclude: [String] = []
    private var scope: String?

    static let declaration = CmdletDeclaration<Self>(
        "Get-Alias", aliases: ["gal"], synopsis: "Gets aliases.", defaultSet: "Default",
        parameters: [
            Parameter(
                "Name", \.name, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Default"], validate: [.notNullOrEmpty],
                completer: .commandNames,
                help: "Names, with wildcards."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
            Parameter("Scope", \.scope, completer: .values(["Global", "Local", "Script"]), help: "The scope to look in."),
            Parameter("Definition", \.definition, sets: ["Definition"], help: "What they stand for, with wildcards."),
        ],
        outputs: ["System.Management.Automation.AliasInfo"],
        examples: [Example("(Get-Alias gps).Definition", "What an alias stands for.", output: "Get-Process")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let excluded = NameFilter(exclude: exclude)
        let all = try AliasSearch.all(in: scope, engine).filter { excluded.accepts($0.name) }
        let byName = definition.isEmpty
        for pattern in byName ? name : definition {
            let wildcard = Wildcard(pattern)
            let found = all.filter { wildcard.matches(byName ? $0.name : $0.definition) }
            try runtime.writeAll(found.map { .object(CommandObject(alias: $0, engine: engine)) })
            if found.isEmpty, !Wildcard.isPattern(pattern) { try runtime.writeError(AliasSearch.notFound(pattern, byName: byName)) }
        }
    }
}
