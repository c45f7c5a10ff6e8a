import CmdletKit
import Engine
import Values

/// Get-Command.
struct GetCommand: Cmdlet {
    private var name: [String] = []
    private var verb: [String] = []
    private var noun: [String] = []
    private var commandType: [String] = []
    private var module: [String] = []
    private var syntax: Switch = false
    private var all: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-Command", aliases: ["gcm"], synopsis: "Gets commands: cmdlets, functions, aliases, scripts and programs.",
        defaultSet: "AllCommandSet",
        parameters: [
            Parameter(
                "Name", \.name, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["AllCommandSet"],
                completer: .commandNames, help: "Names, with wildcards."),
            Parameter("Verb", \.verb, sets: ["CmdletSet"], help: "The part before the hyphen."),
            Parameter("Noun", \.noun, sets: ["CmdletSet"], help: "The part behind the hyphen."),
            Parameter(
                "CommandType", \.commandType, aliases: ["Type"],
                completer: .values(["Cmdlet", "Function", "Alias", "Application", "ExternalScript"]), help: "Only of these kinds."),
            Parameter("Module", \.module, help: "Only from these modules."),
            Parameter("Syntax", \.syntax, help: "The syntax as text."),
            Parameter("All", \.all, help: "All of a name, not only the one that would run."),
        ],
        outputs: ["System.Management.Automation.CommandInfo"],
        examples: [
            Example("(Get-Command Get-Item).Source", "Where a cmdlet comes from.", output: "Microsoft.PowerShell.Management"),
            Example(
                "Get-Command Pop-Location -Syntax", "How it is called.",
                output: "\nPop-Location [-PassThru] [-StackName <string>] [<CommonParameters>]\n"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard name.isEmpty else {
            for pattern in name {
                let found =
                    Wildcard.isPattern(pattern)
                    ? listed(engine).filter { Wildcard(pattern).matches($0.name) }.map(\.value) : try one(pattern, engine, runtime)
                for command in found { try write(command, engine, runtime) }
            }
            return
        }
        for command in listed(engine) { try write(command.value, engine, runtime) }
    }

    private func write(_ command: Value, _ engine: Engine, _ runtime: any CmdletRuntime) throws {
        guard syntax.isOn else {
            try runtime.write(command)
            return
        }
        let name = command.property("Name")?.displayText ?? ""
        if let registration = engine.commands.cmdlet(name) {
            try runtime.write(.string("\n" + CommandSyntaxText.text(registration.signature) + "\n"))
        } else if let program = engine.commands.program(name) {
            try runtime.write(.string("\n" + CommandSyntaxText.text(program.signature) + "\n"))
        } else {
            try runtime.write(.string("\n" + (command.property("Definition")?.displayText ?? name) + "\n"))
        }
    }

    /// Cmdlets, functions and aliases that the filters let through, by name.
    private func listed(_ engine: Engine) -> [(name: String, value: Value)] {
        var list: [(name: String, kind: String, value: Value)] = []
        for cmdlet in engine.commands.allCmdlets {
            let parts = cmdlet.signature.name.split(separator: "-", maxSplits: 1).map(String.init)
            guard matches(verb, parts[0]), matches(noun, parts.count > 1 ? parts[1] : ""), matches(module, cmdlet.module) else {
                continue
            }
            list.append((cmdlet.signature.name, "Cmdlet", .object(CommandObject(.cmdlet(cmdlet), engine: engine))))
        }
        if verb.isEmpty, noun.isEmpty {
            list += engine.commands.allPrograms.filter { matches(module, $0.module) }.map {
                ($0.name, "Cmdlet", .object(CommandObject(.program($0), engine: engine)))
            }
        }
        if verb.isEmpty, noun.isEmpty, module.isEmpty {
            list += engine.visibleFunctions.map { ($0.name, "Function", .object(CommandObject(.function($0), engine: engine))) }
            list += engine.visibleAliases.map { ($0.name, "Alias", .object(CommandObject(alias: $0, engine: engine))) }
        }
        return list.filter { entry in
            commandType.isEmpty || commandType.contains { $0.equalsIgnoringCase(entry.kind) || $0.equalsIgnoringCase("All") }
        }
        .sorted { ($0.kind, $0.name.lowercased()) < ($1.kind, $1.name.lowercased()) }.map { ($0.name, $0.value) }
    }

    private func matches(_ patterns: [String], _ text: String) -> Bool {
        patterns.isEmpty || patterns.contains { Wildcard($0).matches(text) }
    }

    private func one(_ name: String, _ engine: Engine, _ runtime: any CmdletRuntime) throws -> [Value] {
        if let alias = engine.findAlias(name) { return [.object(CommandObject(alias: alias, engine: engine))] }
        switch engine.findCommand(name) {
        case let command?: return [.object(CommandObject(command, engine: engine))]
        case nil:
            try runtime.writeError(
                ErrorRecord(
                    "The term '\(name)' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.",
                    id: "CommandNotFoundException", category: "ObjectNotFound",
                    exception: "System.Management.Automation.CommandNotFoundException",
                    target: .string(name)))
            return []
        }
    }
}
