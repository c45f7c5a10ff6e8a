import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// The parameters of New-Alias and Set-Alias that say what the alias is.
struct AliasDefinition: ParameterGroup {
    /// -Name.
    var name = ""
    /// -Value: the command that the alias stands for.
    var value = ""
    /// -Description; nil to leave that of an alias that exists.
    var aliasDescription: String?
    /// -Option; nil to leave those of an alias that exists.
    var option: ScopedItemOptions?
    /// -PassThru.
    var passThru: Switch = false

    static let parameters: [Parameter<AliasDefinition>] = [
        Parameter(\.name, position: 0, mandatory: true, pipeline: .byPropertyName, help: "The alias."),
        Parameter(
            \.value, position: 1, mandatory: true, pipeline: .byPropertyName, completer: .commandNames,
            help: "The command that it stands for: a cmdlet, a function, a program or another alias."),
        Parameter(\.aliasDescription, named: "Description", help: "A text about the alias, kept in its Description."),
        .option(\.option),
        Parameter(\.passThru, help: "Writes the alias."),
    ]

    /// Defines the alias, and writes it with -PassThru. An alias that may not be changed is a non-terminating error.
    /// - Throws: what `writeError` and `write` throw.
    func define(in scope: Scope, force: Bool, _ engine: Engine, _ runtime: any CmdletRuntime) throws {
        let alias: AliasInfo
        do {
            alias = try AliasSearch.define(
                name, as: value, description: aliasDescription, options: option, in: scope, force: force, engine)
        } catch let error as ValueError {
            return try runtime.writeError(.wrapping(error))
        }
        if passThru.isOn { try runtime.write(.object(CommandObject(alias: alias, engine: engine))) }
    }
}
