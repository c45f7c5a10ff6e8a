import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// What the alias cmdlets have in common.
enum AliasSearch {
    /// - Parameter scope: the only scope to look in; nil looks in all that can be seen from here.
    static func all(in scope: String?, _ engine: Engine) throws -> [AliasInfo] {
        guard let scope else { return engine.visibleAliases }
        return engine.aliases(in: try ScopeArgument.scope(scope, engine))
    }

    static func notFound(_ name: String, byName: Bool) -> ErrorRecord {
        ErrorRecord(
            byName
                ? "This command cannot find a matching alias because an alias with the name '\(name)' does not exist."
                : "This command cannot find a matching alias because an alias with the definition '\(name)' does not exist.",
            id: "ItemNotFoundException", category: "ObjectNotFound",
            exception: "System.Management.Automation.ItemNotFoundException",
            target: .string(name))
    }

    /// - Throws: where an alias of the name is not to be changed.
    static func admit(_ name: String, in scope: Scope, force: Bool, _ engine: Engine) throws {
        let options = engine.findAlias(name, in: scope)?.options ?? []
        guard options.isWritable || (force && !options.contains(.constant)) else {
            throw ValueError(
                "Alias is not writeable because alias \(name) is read-only or constant and cannot be written to.",
                id: "AliasNotWritable",
                exception: "System.Management.Automation.SessionStateUnauthorizedAccessException", category: "WriteError")
        }
    }

    /// Gives a name a definition. What is not given stays as an alias of the name had it; -Force drops its options.
    /// - Throws: where an alias of the name is not to be changed.
    static func define(
        _ name: String, as definition: String, description: String?, options: ScopedItemOptions?, in scope: Scope, force: Bool,
        _ engine: Engine
    ) throws -> AliasInfo {
        try admit(name, in: scope, force: force, engine)
        let before = engine.findAlias(name, in: scope)
        let alias = AliasInfo(
            name: name, definition: definition, description: description ?? before?.description ?? "",
            options: options ?? (force ? [] : before?.options ?? []))
        engine.define(alias, in: scope)
        return alias
    }
}
