import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Set-Alias.
struct SetAlias: Cmdlet {
    private var name = ""
    private var value = ""
    private var aliasDescription: String?
    private var option: ScopedItemOptions?
    private var passThru: Switch = false
    private var scope: String?
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-Alias", aliases: ["sal"], synopsis: "Gives a command another name.", confirms: true,
        parameters: [
            Parameter("Name", \.name, position: 0, mandatory: true, pipeline: .byPropertyName, help: "The alias."),
            Parameter(
                "Value", \.value, position: 1, mandatory: true, pipeline: .byPropertyName, completer: .commandNames,
                help: "What it stands for."),
            Parameter("Description", \.aliasDescription, help: "What it is for."),
            Parameter("Option", \.option, help: "Whether it can be changed, and from where it is seen."),
            Parameter("PassThru", \.passThru, help: "Writes the alias."),
            Parameter("Scope", \.scope, completer: .values(["Global", "Local", "Script"]), help: "The scope to set it in."),
            Parameter("Force", \.force, help: "Replaces a read-only one."),
        ],
        outputs: ["System.Management.Automation.AliasInfo"],
        examples: [Example("Set-Alias now Get-Date; (now).GetType().Name", "A name of one's own.", output: "DateTime")])

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
