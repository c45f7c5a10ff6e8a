import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Alias: writes aliases, by name or by definition.
struct GetAlias: Cmdlet {
    private var name: [String] = ["*"]
    private var definition: [String] = []
    private var exclude: [String] = []
    private var scope: String?

    static let declaration = CmdletDeclaration<Self>(
        "Get-Alias", aliases: ["gal"], synopsis: "Gets aliases, the further names of commands.",
        description: """
            Writes each alias with its Name, its Definition (the command it stands for) and its Options. By -Name the \
            aliases are found that have the name, by -Definition those of a command. A name without wildcards that no \
            alias has is an error.
            """, defaultSet: "Default",
        parameters: [
            Parameter(
                \.name, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Default"], validate: [.notNullOrEmpty],
                completer: .commandNames,
                help: "The names of the aliases; wildcards are allowed. All aliases without it."),
            Parameter(\.exclude, help: "Leaves out aliases whose names match one of these wildcards."),
            Parameter(
                \.scope, completer: .values(["Global", "Local", "Script"]),
                help: "The only scope to look in: Global, Local, Script, or a number (1 is the scope above)."),
            Parameter(
                \.definition, sets: ["Definition"],
                help: "The commands whose aliases are wanted; wildcards are allowed."),
        ],
        outputs: ["System.Management.Automation.AliasInfo"],
        examples: [
            Example("(Get-Alias gps).Definition", "Tells what an alias stands for.", output: "Get-Process"),
            Example(
                "(Get-Alias -Definition Get-ChildItem).Name -join ', '",
                "Finds the aliases of a command.",
                output: "dir, gci"),
        ])

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
