import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// New-Alias.
struct NewAlias: Cmdlet {
    private var name = ""
    private var value = ""
    private var aliasDescription: String?
    private var option: ScopedItemOptions?
    private var passThru: Switch = false
    private var scope: String?
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-Alias", aliases: ["nal"], synopsis: "Makes an alias, a further name for a command.", confirms: true,
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
        examples: [Example("New-Alias today Get-Date; (today).GetType().Name", "A name of one's own.", output: "DateTime")])

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
