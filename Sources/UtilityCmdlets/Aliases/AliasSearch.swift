import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// The lookup, the errors and the definition of aliases that the alias cmdlets share.
enum AliasSearch {
    /// The aliases that are visible, or those of one scope.
    /// - Parameter scope: -Scope; nil for all that are visible.
    /// - Throws: `ValueError` if there is no such scope.
    static func all(in scope: String?, _ engine: Engine) throws -> [AliasInfo] {
        guard let scope else { return engine.visibleAliases }
        return engine.aliases(in: try ScopeArgument.scope(scope, engine))
    }

    /// The error for a name or definition that no alias has.
    static func notFound(_ name: String, byName: Bool) -> ErrorRecord {
        ErrorRecord(
            byName
                ? "This command cannot find a matching alias because an alias with the name '\(name)' does not exist."
                : "This command cannot find a matching alias because an alias with the definition '\(name)' does not exist.",
            id: "ItemNotFoundException", category: "ObjectNotFound",
            exception: "System.Management.Automation.ItemNotFoundException",
            target: .string(name))
    }

    /// Checks that an alias may be changed.
    /// - Throws: `ValueError` AliasNotWritable if it is constant, or read-only without `force`.
    static func admit(_ name: String, in scope: Scope, force: Bool, _ engine: Engine) throws {
        let options = engine.findAlias(name, in: scope)?.options ?? []
        guard options.isWritable || (force && !options.contains(.constant)) else {
            throw ValueError(
                "Alias is not writeable because alias \(name) is read-only or constant and cannot be written to.",
                id: "AliasNotWritable",
                exception: "System.Management.Automation.SessionStateUnauthorizedAccessException", category: "WriteError")
        }
    }

    /// Defines an alias. A description or options that are not given stay as they were; -Force drops the old options.
    /// - Throws: `ValueError` AliasNotWritable if the alias may not be changed.
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
