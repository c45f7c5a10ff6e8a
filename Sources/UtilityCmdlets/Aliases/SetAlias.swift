import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Set-Alias: defines or changes an alias.
struct SetAlias: Cmdlet {
    private var name = ""
    private var value = ""
    private var aliasDescription: String?
    private var option: ScopedItemOptions?
    private var passThru: Switch = false
    private var scope: String?
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-Alias", aliases: ["sal"], synopsis: "Gives a command another name, or an alias another command.",
        description: """
            Makes the alias, or changes the one that is there; a read-only alias is an error unless -Force is given. \
            The alias lasts as long as its scope. It stands for a name alone; what also gives arguments has to be a \
            function. Nothing is written unless -PassThru is given.
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
                help: "The scope to set it in: Local (the default), Global, Script, or a number (1 is the scope above)."),
            Parameter(\.force, help: "Changes a read-only alias, too."),
        ],
        outputs: ["System.Management.Automation.AliasInfo"],
        examples: [
            Example(
                "Set-Alias -Name now -Value Get-Date; (now -Date 2016-03-01).Month",
                "Calls a cmdlet by a name of one's own.",
                output: "3"),
            Example(
                "Set-Alias show Get-Date; Set-Alias show Get-Host -PassThru | ForEach-Object DisplayName",
                "Lets an alias stand for another command.",
                output: "show -> Get-Host"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let target = try ScopeArgument.scope(scope, engine)
        guard try runtime.shouldProcess(target: "Name: \(name) Value: \(value)", action: "Set Alias") else { return }
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
