import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// New-Alias: defines an alias that does not exist yet.
struct NewAlias: Cmdlet {
    private var name = ""
    private var value = ""
    private var aliasDescription: String?
    private var option: ScopedItemOptions?
    private var passThru: Switch = false
    private var scope: String?
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-Alias", aliases: ["nal"], synopsis: "Makes an alias, a further name for a command.",
        description: """
            The alias lasts as long as its scope: in a profile, as long as the session. It stands for a name alone; \
            what also gives arguments has to be a function. A name that is an alias already is an error unless -Force \
            is given; Set-Alias replaces it. Nothing is written unless -PassThru is given.
            """, confirms: true,
        parameters: [
            Parameter(\.name, position: 0, mandatory: true, pipeline: .byPropertyName, help: "The alias."),
            Parameter(
                \.value, position: 1, mandatory: true, pipeline: .byPropertyName, completer: .commandNames,
                help: "The command that it stands for: a cmdlet, a function, a program or another alias."),
            Parameter(\.aliasDescription, named: "Description", help: "A text about the alias, kept in its Description."),
            Parameter(
                \.option,
                help:
                    """
                    None, ReadOnly (changed and removed with -Force only), Constant (never), Private (seen in its own \
                    scope only) or AllScope.
                    """
            ),
            Parameter(\.passThru, help: "Writes the alias."),
            Parameter(
                \.scope, completer: .values(["Global", "Local", "Script"]),
                help: "The scope to make it in: Local (the default), Global, Script, or a number (1 is the scope above)."),
            Parameter(\.force, help: "Replaces an alias of the name, a read-only one too."),
        ],
        outputs: ["System.Management.Automation.AliasInfo"],
        examples: [
            Example(
                "New-Alias -Name today -Value Get-Date; (today -Date 2016-03-01).Year",
                "Calls a cmdlet by a name of one's own.",
                output: "2016"),
            Example(
                "New-Alias list Get-ChildItem -Option ReadOnly -PassThru | ForEach-Object DisplayName",
                "Makes an alias that is not changed by mistake.",
                output: "list -> Get-ChildItem"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let target = try ScopeArgument.scope(scope, engine)
        guard try runtime.shouldProcess(target: "Name: \(name) Value: \(value)", action: "New Alias") else { return }
        if !force.isOn, let before = engine.findAlias(name, in: target) {
            let isFixed = !before.options.isWritable
            try runtime.writeError(
                ErrorRecord(
                    isFixed
                        ? "Alias is not writeable because alias \(name) is read-only or constant and cannot be written to."
                        : "The alias is not allowed, because an alias with the name '\(name)' already exists.",
                    id: isFixed ? "AliasNotWritable" : "AliasAlreadyExists", category: isFixed ? "WriteError" : "ResourceExists",
                    exception: "System.Management.Automation.SessionState\(isFixed ? "UnauthorizedAccess" : "")Exception",
                    target: .string(name)))
            return
        }
        let alias: AliasInfo
        do {
            alias = try AliasSearch.define(
                name, as: value, description: aliasDescription, options: option, in: target, force: force.isOn, engine)
        } catch let error as ValueError {
            return try runtime.writeError(.wrapping(error))
        }
        if passThru.isOn { try runtime.write(.object(CommandObject(alias: alias, engine: engine))) }
    }
}
