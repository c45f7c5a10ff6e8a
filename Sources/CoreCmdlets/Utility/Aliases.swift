import CmdletKit
import Engine
import Values

/// Get-Alias.
struct GetAlias: Cmdlet {
    private var name: [String] = ["*"]
    private var definition: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-Alias", aliases: ["gal"], synopsis: "Gets aliases.", defaultSet: "Default",
        parameters: [
            Parameter(
                "Name", \.name, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Default"], completer: .commandNames,
                help: "Names, with wildcards."),
            Parameter("Definition", \.definition, sets: ["Definition"], help: "What they stand for."),
        ],
        outputs: ["System.Management.Automation.AliasInfo"],
        examples: [Example("(Get-Alias gps).Definition", "What an alias stands for.", output: "Get-Process")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let all = engine.visibleAliases
        if !definition.isEmpty {
            let found = all.filter { alias in definition.contains { Wildcard($0).matches(alias.definition) } }
            return try runtime.writeAll(found.map { .object(CommandObject(alias: $0, engine: engine)) })
        }
        for pattern in name {
            let found = all.filter { Wildcard(pattern).matches($0.name) }
            try runtime.writeAll(found.map { .object(CommandObject(alias: $0, engine: engine)) })
            if found.isEmpty, !Wildcard.isPattern(pattern) {
                try runtime.writeError(
                    ErrorRecord(
                        "This command cannot find a matching alias because an alias with the name '\(pattern)' does not exist.",
                        id: "ItemNotFoundException",
                        category: "ObjectNotFound", exception: "System.Management.Automation.ItemNotFoundException",
                        target: .string(pattern)))
            }
        }
    }
}

/// Set-Alias and New-Alias.
struct SetAlias: Cmdlet {
    private var name = ""
    private var value = ""
    private var scope: String?
    private var force: Switch = false
    private var option: String?

    private static let parameters: [Parameter<Self>] = [
        Parameter("Name", \.name, position: 0, mandatory: true, pipeline: .byPropertyName, help: "The alias."),
        Parameter(
            "Value", \.value, position: 1, mandatory: true, pipeline: .byPropertyName, completer: .commandNames,
            help: "What it stands for."),
        Parameter("Scope", \.scope, completer: .values(["Global", "Local", "Script"]), help: "The scope to set it in."),
        Parameter("Force", \.force, help: "Accepted for scripts that give it."),
        Parameter("Option", \.option, help: "Accepted for scripts that give it."),
    ]

    static let declaration = CmdletDeclaration<Self>(
        "Set-Alias", aliases: ["sal", "nal", "New-Alias"], synopsis: "Gives a command another name.", parameters: parameters,
        examples: [Example("Set-Alias now Get-Date; (now).GetType().Name", "A name of one's own.", output: "DateTime")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard let target = engine.scope(scope ?? "") else {
            throw ValueError(
                "The scope '\(scope ?? "")' cannot be found. Give Global, Local, Script or a number.", id: "ArgumentException",
                category: "InvalidArgument")
        }
        engine.define(AliasInfo(name: name, definition: value), in: target)
    }
}
