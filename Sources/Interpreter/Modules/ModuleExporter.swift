import CmdletKit
import Values

/// The exports of modules: what they are, and adding them to scopes and removing them.
enum ModuleExporter {
    /// Sets a module's exports from the definitions of its code and the patterns of Export-ModuleMember; without a call of that,
    /// all functions and aliases (about_Modules).
    static func collect(_ module: ModuleInfo, in session: SessionState) {
        let functions = (session.root.functions ?? [:]).values.sorted { $0.name.lowercased() < $1.name.lowercased() }
        let aliases = (session.root.aliases ?? [:]).values.sorted { $0.name.lowercased() < $1.name.lowercased() }
        guard let exports = module.exports else {
            module.exportedFunctions = functions.filter { $0.block.session === session }
            module.exportedAliases = aliases
            return
        }
        module.exportedFunctions = functions.filter { fits($0.name, exports.functions) }
        module.exportedAliases = aliases.filter { fits($0.name, exports.aliases) }
        module.exportedVariables = session.root.variables.map(\.name).filter { fits($0, exports.variables) }
        module.exportedCmdlets = exports.cmdlets
    }

    private static func fits(_ name: String, _ patterns: [String]) -> Bool { patterns.contains { Wildcard($0).matches(name) } }

    /// Restricts the exports to those that the manifest lists.
    static func restrict(_ module: ModuleInfo, _ manifest: ModuleManifest) {
        guard let session = module.session else { return }
        if module.exportedFunctions.isEmpty, module.exports == nil {
            // A manifest without a root module: the functions and aliases are those of nested modules.
            module.exportedFunctions = (session.root.functions ?? [:]).values.sorted { $0.name.lowercased() < $1.name.lowercased() }
            module.exportedAliases = (session.root.aliases ?? [:]).values.sorted { $0.name.lowercased() < $1.name.lowercased() }
        } else {
            let nested = module.nestedModules.flatMap(\.exportedFunctions)
            module.exportedFunctions += nested.filter { function in
                !module.exportedFunctions.contains { $0.name.equalsIgnoringCase(function.name) }
            }
        }
        if let functions = manifest.functions { module.exportedFunctions.removeAll { !fits($0.name, functions) } }
        if let aliases = manifest.aliases { module.exportedAliases.removeAll { !fits($0.name, aliases) } }
        if let variables = manifest.variables {
            module.exportedVariables = session.root.variables.map(\.name).filter { name in
                fits(name, variables) && (!variables.contains("*") || module.exportedVariables.contains(name))
            }
        }
    }

    /// Adds a module's exports to a scope.
    /// - Parameters:
    ///   - prefix: put before the noun of each command.
    ///   - functions: patterns of the functions to add; nil: all. So are `aliases` and `variables`.
    ///   - noClobber: leaves out commands that exist already.
    static func install(
        _ module: ModuleInfo, into scope: Scope, prefix: String = "", functions: [String]? = nil, aliases: [String]? = nil,
        variables: [String]? = nil, noClobber: Bool = false, _ engine: Engine? = nil
    ) {
        for function in module.exportedFunctions where functions.map({ fits(function.name, $0) }) ?? true {
            let name = prefixed(function.name, prefix)
            if noClobber, engine?.findCommand(name) != nil { continue }
            scope.functions = scope.functions ?? [:]
            scope.functions?[FoldedName(name)] = function.named(name)
        }
        for alias in module.exportedAliases where aliases.map({ fits(alias.name, $0) }) ?? (functions == nil) {
            scope.aliases = scope.aliases ?? [:]
            let name = prefixed(alias.name, prefix)
            if noClobber, engine?.findCommand(name) != nil { continue }
            var installed = alias.named(name)
            if installed.moduleName.isEmpty { installed.moduleName = module.name }
            scope.aliases?[FoldedName(name)] = installed
        }
        guard let session = module.session else { return }
        for name in module.exportedVariables where variables.map({ fits(name, $0) }) ?? true {
            if let value = session.root.own(name) { try? scope.set(name, value) }
        }
    }

    /// A command's name with a prefix before its noun: with `My`, `Get-Item` becomes `Get-MyItem`.
    private static func prefixed(_ name: String, _ prefix: String) -> String {
        guard !prefix.isEmpty else { return name }
        guard let dash = name.firstIndex(of: "-") else { return prefix + name }
        return String(name[...dash]) + prefix + String(name[name.index(after: dash)...])
    }

    /// Removes a module's exports from a scope.
    static func remove(_ module: ModuleInfo, from scope: Scope) {
        let sessions = ([module] + module.nestedModules).compactMap(\.session)
        scope.functions = scope.functions?.filter { entry in !sessions.contains { $0 === entry.value.block.session } }
        for alias in module.exportedAliases
        where scope.aliases?[FoldedName(alias.name)]?.definition == alias.definition {
            scope.aliases?[FoldedName(alias.name)] = nil
        }
        for name in module.exportedVariables { scope.remove(name) }
    }
}
