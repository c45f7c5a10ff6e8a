import CmdletKit
import Completion
import Interpreter
import Values

/// Get-Command: finds commands by name, pattern or properties; `CommandObject` is what it writes.
struct GetCommand: Cmdlet {
    private var name: [String] = []
    private var verb: [String] = []
    private var noun: [String] = []
    private var commandType: [String] = []
    private var module: [String] = []
    private var syntax: Switch = false
    private var all: Switch = false
    private var excludeModule: [String] = []
    private var fullyQualifiedModule: [ModuleSpecification] = []
    private var totalCount: Int = .max
    private var listImported: Switch = false
    private var showCommandInfo: Switch = false
    private var argumentList: [Value] = []
    private var parameterName: [String] = []
    private var parameterType: [String] = []
    private var fuzzy: Switch = false
    private var fuzzyDistance = 5
    private var abbreviation: Switch = false
    private var written = 0

    static let declaration = CmdletDeclaration<Self>(
        "Get-Command", aliases: ["gcm"], synopsis: "Gets commands: cmdlets, functions, aliases, scripts and programs.",
        description: """
            A name without wildcards gives the command that would run, and a missing one is an error; a pattern \
            gives all that fit, programs of PATH included. Without a name it lists the cmdlets, functions and \
            aliases of the session. Takes names from the pipeline and writes objects derived from \
            System.Management.Automation.CommandInfo, or texts with -Syntax. Modules of $env:PSModulePath are \
            searched as well.
            """,
        defaultSet: "AllCommandSet",
        parameters: [
            Parameter(
                \.name, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["AllCommandSet"],
                completer: .commandNames, help: "Names of commands; wildcards are allowed."),
            Parameter(
                \.verb, sets: ["CmdletSet"],
                help: "Only cmdlets and functions with this part before the hyphen; wildcards are allowed."),
            Parameter(
                \.noun, sets: ["CmdletSet"],
                help: "Only cmdlets and functions with this part behind the hyphen; wildcards are allowed."),
            Parameter(
                \.commandType, aliases: ["Type"],
                completer: .values(CommandObjectTypes.kindNames),
                help: "Only commands of these kinds: Alias, Function, Cmdlet, ExternalScript, Application, All."),
            Parameter(
                \.module, aliases: ["PSSnapin"], pipeline: .byPropertyName,
                help: "Only commands of these modules; wildcards are allowed."),
            Parameter(\.excludeModule, help: "No commands of these modules; wildcards are allowed."),
            Parameter(
                \.fullyQualifiedModule, pipeline: .byPropertyName,
                help: "Only commands of modules with these names and versions: @{ ModuleName = …; ModuleVersion = … }."),
            Parameter(\.totalCount, pipeline: .byPropertyName, default: "all", help: "At most so many commands."),
            Parameter(\.syntax, pipeline: .byPropertyName, help: "Writes how the commands are called, as text."),
            Parameter(\.showCommandInfo, help: "Writes plain objects with names, modules and parameters."),
            Parameter(
                \.argumentList, aliases: ["Args"], position: 1, remaining: true, sets: ["AllCommandSet"],
                help: "Accepted for scripts that give it: parameters that depend on arguments are not shown."),
            Parameter(
                \.all, pipeline: .byPropertyName, help: "All commands of the name, and not only the one that would run."),
            Parameter(
                \.listImported, pipeline: .byPropertyName,
                help: "Only commands that are in the session now, without programs."),
            Parameter(
                \.parameterName,
                help: "Only commands with a parameter of one of these names or aliases; wildcards are allowed."),
            Parameter(\.parameterType, help: "Only commands with a parameter of one of these types."),
            Parameter(
                \.fuzzy, named: "UseFuzzyMatching", sets: ["AllCommandSet"],
                help: "Finds names that nearly are the one given, the nearest first."),
            Parameter(
                \.fuzzyDistance, named: "FuzzyMinimumDistance", sets: ["AllCommandSet"], default: "5",
                help: "With -UseFuzzyMatching: how many letters may differ; 5 by default."),
            Parameter(
                \.abbreviation, named: "UseAbbreviationExpansion", sets: ["AllCommandSet"],
                help: "Finds names by their capitals: i-psdf is Import-PowerShellDataFile."),
        ],
        outputs: ["System.Management.Automation.CommandInfo", "System.String", "System.Management.Automation.PSCustomObject"],
        examples: [
            Example("(Get-Command Get-Item).Source", "The module of a cmdlet.", output: "Microsoft.PowerShell.Management"),
            Example(
                "Get-Command Pop-Location -Syntax",
                "How a cmdlet is called.", output: "\nPop-Location [-PassThru] [-StackName <string>] [<CommonParameters>]\n"),
            Example(
                "(Get-Command -Noun Location).Name -join ' '",
                "The commands for a noun.", output: "Get-Location Pop-Location Push-Location Set-Location"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard !name.isEmpty else {
            let names = commandType.isEmpty || !wants("Application") ? [] : engine.programs(startingWith: "")
            for entry in listed(engine) { try write(entry.value, engine, runtime) }
            for program in names where written < totalCount {
                guard let found = engine.findApplication(program) else { continue }
                let command = Value.object(CommandObject(found, engine: engine))
                if accepts(command) { try write(command, engine, runtime) }
            }
            return
        }
        for pattern in name {
            if abbreviation.isOn || fuzzy.isOn {
                for command in near(pattern, engine) { try write(command, engine, runtime) }
                continue
            }
            guard Wildcard.isPattern(pattern) || all.isOn else {
                for command in try one(pattern, engine, runtime) where accepts(command) { try write(command, engine, runtime) }
                continue
            }
            let wildcard = Wildcard(pattern)
            var found = listed(engine).filter { wildcard.matches($0.name) }.map(\.value)
            if !listImported.isOn, verb.isEmpty, noun.isEmpty, wants("Application") {
                found += engine.programs(startingWith: "").filter { wildcard.matches($0) }.compactMap { name in
                    engine.findApplication(name).map { .object(CommandObject($0, engine: engine)) }
                }.filter { accepts($0) }
            }
            if found.isEmpty, !Wildcard.isPattern(pattern) { found = try one(pattern, engine, runtime).filter { accepts($0) } }
            for command in found { try write(command, engine, runtime) }
        }
    }

    /// The commands whose names differ little from a text (-UseFuzzyMatching, the nearest first), or have the text as their
    /// abbreviation (-UseAbbreviationExpansion).
    private func near(_ wanted: String, _ engine: Engine) -> [Value] {
        let names = listed(engine)
        if abbreviation.isOn {
            let found = names.filter { NameLikeness.abbreviation(of: $0.name).equalsIgnoringCase(wanted) }.map(\.value)
            if !found.isEmpty || !fuzzy.isOn { return found }
        }
        let programs = wants("Application") && !listImported.isOn ? engine.programs(startingWith: "") : []
        let scored =
            names.map { (distance: NameLikeness.distance(wanted, $0.name), value: $0.value) }
            + programs.compactMap { name in
                let distance = NameLikeness.distance(wanted, name)
                guard distance <= fuzzyDistance, let program = engine.findApplication(name) else { return nil }
                return (distance, .object(CommandObject(program, engine: engine)))
            }
        for entry in scored {
            entry.value.reference?.attached = AttachedMembers(notes: [("Score", Value.integer(entry.distance))])
        }
        return scored.enumerated().filter { $0.element.distance <= fuzzyDistance }
            .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }.map(\.element.value)
    }

    /// Whether the filters of the parameters accept a command.
    private func accepts(_ command: Value) -> Bool {
        let source = command.property("Source")?.displayText ?? ""
        guard matches(module, source), excludeModule.isEmpty || !matches(excludeModule, source),
            wants(command.property("CommandType")?.displayText ?? "")
        else { return false }
        if !fullyQualifiedModule.isEmpty {
            let version = command.property("Version")?.displayText ?? ""
            guard fullyQualifiedModule.contains(where: { $0.name.equalsIgnoringCase(source) && $0.accepts(version) }) else {
                return false
            }
        }
        guard !verb.isEmpty || !noun.isEmpty || !parameterName.isEmpty || !parameterType.isEmpty else { return true }
        let parts = (command.property("Name")?.displayText ?? "").split(separator: "-", maxSplits: 1).map(String.init)
        guard matches(verb, parts.first ?? ""), matches(noun, parts.count > 1 ? parts[1] : "") else { return false }
        guard !parameterName.isEmpty || !parameterType.isEmpty else { return true }
        let parameters = command.asObject(CommandObject.self)?.signature?.parameters ?? []
        return parameters.contains { parameter in
            let names = [parameter.name] + parameter.aliases
            return (parameterName.isEmpty || names.contains { matches(parameterName, $0) })
                && (parameterType.isEmpty || parameterType.contains { $0.equalsIgnoringCase(parameter.typeName) })
        }
    }

    private func wants(_ kind: String) -> Bool {
        let kinds = commandType.flatMap { $0.split(separator: ",").map { String($0).trimmingSpaces() } }
        return kinds.isEmpty || kinds.contains { $0.equalsIgnoringCase(kind) || $0.equalsIgnoringCase("All") }
    }

    private mutating func write(_ command: Value, _ engine: Engine, _ runtime: any CmdletRuntime) throws {
        guard written < totalCount else { return }
        written += 1
        if showCommandInfo.isOn {
            try runtime.write(Self.plain(command))
            return
        }
        guard syntax.isOn else {
            try runtime.write(command)
            return
        }
        guard let found = command.asObject(CommandObject.self) else { return }
        guard var signature = found.signature else {
            let arrow = found.alias == nil ? "" : "\(found.name) (alias) -> "
            try runtime.write(.string("\n\(arrow)\(found.resolved?.definition ?? found.definition)\n"))
            return
        }
        // The syntax of an alias is that of its command, with the alias as the name.
        let lead = found.alias.map { "\($0.name) (alias) -> \($0.definition)\n\n" } ?? ""
        if let alias = found.alias { signature.name = alias.name }
        if case .script(let path)? = found.command, found.alias != nil {
            try runtime.write(.string("\n\(found.name) (alias) -> \(path)\n"))
        } else {
            try runtime.write(.string("\n\(lead)\(CommandSyntaxText.text(signature))\n"))
        }
    }

    private static func plain(_ command: Value) -> Value {
        let names = ["Name", "ModuleName", "Module", "CommandType", "Definition", "ParameterSets"]
        return .object(CustomObject(names.map { ($0, command.property($0) ?? .null) }))
    }

    /// The cmdlets, functions and aliases that the filters accept, sorted by kind and name.
    private func listed(_ engine: Engine) -> [(name: String, value: Value)] {
        var list: [(name: String, kind: String, value: Value)] = engine.commands.allCmdlets.map {
            ($0.signature.name, "Cmdlet", .object(CommandObject(.cmdlet($0), engine: engine)))
        }
        list += engine.commands.allPrograms.map { ($0.name, "Cmdlet", .object(CommandObject(.program($0), engine: engine))) }
        list += engine.visibleFunctions.map { ($0.name, "Function", .object(CommandObject(.function($0), engine: engine))) }
        if verb.isEmpty, noun.isEmpty {
            list += engine.visibleAliases.map { ($0.name, "Alias", .object(CommandObject(alias: $0, engine: engine))) }
        }
        return list.filter { accepts($0.value) }
            .sorted { ($0.kind, $0.name.lowercased()) < ($1.kind, $1.name.lowercased()) }.map { ($0.name, $0.value) }
    }

    private func matches(_ patterns: [String], _ text: String) -> Bool {
        patterns.isEmpty || patterns.contains { Wildcard($0).matches(text) }
    }

    /// The command that a name without wildcards stands for; an error is written if there is none.
    private func one(_ name: String, _ engine: Engine, _ runtime: any CmdletRuntime) throws -> [Value] {
        // A name can stand for several commands: take the first whose kind is asked for.
        let found = try candidates(name, engine)
        if let first = found.first(where: { accepts($0) }) { return [first] }
        guard found.isEmpty else { return [] }
        do {
            try runtime.writeError(
                ErrorRecord(
                    "The term '\(name)' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.",
                    id: "CommandNotFoundException", category: "ObjectNotFound",
                    exception: "System.Management.Automation.CommandNotFoundException",
                    target: .string(name)))
            return []
        }
    }

    /// What a name stands for, in the order of command precedence (about_Command_Precedence): alias, function, cmdlet. A program
    /// that another command hides is found only with -CommandType.
    private func candidates(_ name: String, _ engine: Engine) throws -> [Value] {
        var found: [Value] = []
        if let alias = engine.findAlias(name) { found.append(.object(CommandObject(alias: alias, engine: engine))) }
        if found.isEmpty, let command = engine.findCommand(name) { found.append(.object(CommandObject(command, engine: engine))) }
        if let function = engine.findFunction(name) { found.append(.object(CommandObject(.function(function), engine: engine))) }
        if let cmdlet = engine.commands.cmdlet(name) { found.append(.object(CommandObject(.cmdlet(cmdlet), engine: engine))) }
        if commandType.count > 0, let program = engine.findApplication(name) {
            found.append(.object(CommandObject(program, engine: engine)))
        }
        return found
    }
}
