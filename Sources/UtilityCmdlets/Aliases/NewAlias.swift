import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// New-Alias: defines an alias that does not exist yet.
struct NewAlias: Cmdlet {
    private var alias = AliasDefinition()
    private var scope: String?
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-Alias", aliases: ["nal"], synopsis: "Makes an alias, a further name for a command.",
        description: """
            The alias lasts as long as its scope: in a profile, as long as the session. It stands for a name alone; \
            what also gives arguments has to be a function. A name that is an alias already is an error unless -Force \
            is given; Set-Alias replaces it. Nothing is written unless -PassThru is given.
            """, confirms: true,
        parameters: .of(
            .group(\.alias),
            [
                .targetScope(\.scope, "The scope to make it in"),
                Parameter(\.force, help: "Replaces an alias of the name, a read-only one too."),
            ]),
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
        guard try runtime.shouldProcess(target: "Name: \(alias.name) Value: \(alias.value)", action: "New Alias") else { return }
        if !force.isOn, let before = engine.findAlias(alias.name, in: target) {
            let isFixed = !before.options.isWritable
            try runtime.writeError(
                ErrorRecord(
                    isFixed
                        ? "Alias is not writeable because alias \(alias.name) is read-only or constant and cannot be written to."
                        : "The alias is not allowed, because an alias with the name '\(alias.name)' already exists.",
                    id: isFixed ? "AliasNotWritable" : "AliasAlreadyExists", category: isFixed ? "WriteError" : "ResourceExists",
                    exception: "System.Management.Automation.SessionState\(isFixed ? "UnauthorizedAccess" : "")Exception",
                    target: .string(alias.name)))
            return
        }
        try alias.define(in: target, force: force.isOn, engine, runtime)
    }
}
