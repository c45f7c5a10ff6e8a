import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Set-Alias: defines or changes an alias.
struct SetAlias: Cmdlet {
    private var alias = AliasDefinition()
    private var scope: String?
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-Alias", aliases: ["sal"], synopsis: "Gives a command another name, or an alias another command.",
        description: """
            Makes the alias, or changes the one that is there; a read-only alias is an error unless -Force is given. \
            The alias lasts as long as its scope. It stands for a name alone; what also gives arguments has to be a \
            function. Nothing is written unless -PassThru is given.
            """, confirms: true,
        parameters: .of(
            .group(\.alias),
            [
                .targetScope(\.scope, "The scope to set it in"),
                Parameter(\.force, help: "Changes a read-only alias, too."),
            ]),
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
        guard try runtime.shouldProcess(target: "Name: \(alias.name) Value: \(alias.value)", action: "Set Alias") else { return }
        try alias.define(in: target, force: force.isOn, engine, runtime)
    }
}
