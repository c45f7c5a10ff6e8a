import CmdletKit
import Glibc
import LinuxSystem
import Values

/// The cmdlets and built-in aliases of a session. Functions and further aliases live in scopes.
public struct CommandTable {
    private var cmdlets: [FoldedName: CmdletRegistration] = [:]
    private var programs: [FoldedName: ProgramRegistration] = [:]
    private var aliases: [FoldedName: AliasInfo] = [:]

    /// Adds cmdlets and their aliases; a later registration replaces an earlier one of its name.
    public mutating func add(_ registrations: [CmdletRegistration]) {
        for registration in registrations {
            cmdlets[FoldedName(registration.name)] = registration
            for alias in registration.aliases {
                aliases[FoldedName(alias)] = AliasInfo(name: alias, definition: registration.name)
            }
        }
    }

    /// Adds built-in aliases.
    public mutating func add(_ added: [AliasInfo]) {
        for alias in added { aliases[FoldedName(alias.name)] = alias }
    }

    /// Adds built-in programs.
    public mutating func add(_ registrations: [ProgramRegistration]) {
        for registration in registrations { programs[FoldedName(registration.name)] = registration }
    }

    /// Removes all cmdlets but the named ones, the aliases of removed cmdlets, and all programs: for a runspace with a restricted
    /// command set.
    package mutating func keep(_ names: Set<FoldedName>) {
        cmdlets = cmdlets.filter { names.contains($0.key) }
        aliases = aliases.filter { names.contains(FoldedName($0.value.definition)) }
        programs = [:]
    }

    /// The built-in program of a name.
    public func program(_ name: String) -> ProgramRegistration? { programs[FoldedName(name)] }
    /// Every built-in program, sorted by name.
    public var allPrograms: [ProgramRegistration] { programs.values.sorted { $0.name < $1.name } }
    /// The cmdlet of a name.
    public func cmdlet(_ name: String) -> CmdletRegistration? { cmdlets[FoldedName(name)] }
    /// The built-in alias of a name.
    public func alias(_ name: String) -> AliasInfo? { aliases[FoldedName(name)] }
    /// Removes a built-in alias.
    public mutating func removeAlias(_ name: String) { aliases[FoldedName(name)] = nil }
    /// Every cmdlet, sorted by name.
    public var allCmdlets: [CmdletRegistration] { cmdlets.values.sorted { $0.name < $1.name } }
    /// Every built-in alias, sorted by name.
    public var allAliases: [AliasInfo] { aliases.values.sorted { $0.name < $1.name } }
}

extension Engine {
    /// Resolves a command name in PowerShell's order: alias, function, cmdlet, then script or program (about_Command_Precedence).
    /// Where none is found, the module that exports the name is imported.
    public func findCommand(_ name: String) -> Command? {
        var name = name
        // An alias can stand for another alias; the limit ends a cycle.
        for _ in 0..<16 {
            guard let alias = findAlias(name) else { break }
            name = alias.definition
        }
        if let function = findFunction(name) { return .function(function) }
        if let cmdlet = commands.cmdlet(name) { return .cmdlet(cmdlet) }
        if let cut = name.firstIndex(of: "\\"),
            let qualified = findQualified(String(name[..<cut]), String(name[name.index(after: cut)...]))
        {
            return qualified
        }
        if let program = commands.program(name) { return .program(program) }
        return findFile(name) ?? autoload(name)
    }

    /// `Module\Command`, whose module is imported where it is not loaded.
    private func findQualified(_ module: String, _ name: String) -> Command? {
        if let loaded = loadedModule(module) ?? (isAutoloading ? nil : autoloadedModule(module)) {
            if let function = loaded.exportedFunctions.first(where: { $0.name.equalsIgnoringCase(name) }) {
                return .function(function)
            }
        }
        guard let cmdlet = commands.cmdlet(name), cmdlet.module.equalsIgnoringCase(module) || loadedModule(module) == nil else {
            return nil
        }
        return .cmdlet(cmdlet)
    }

    /// The alias of a name as seen from the current scope.
    public func findAlias(_ name: String) -> AliasInfo? {
        let key = FoldedName(name)
        var scope = current.definer(definitions)
        while let here = scope {
            if let alias = here.aliases?[key] { return alias }
            scope = here.parent?.definer(definitions)
        }
        return commands.alias(name)
    }

    /// The function of a name, such as `global:name`, as seen from the current scope.
    public func findFunction(_ name: String) -> FunctionInfo? {
        let scoped = ScopedName(name)
        let key = FoldedName(scoped.name)
        var scope = scoped.scope(from: current).definer(definitions)
        while let here = scope {
            if let function = here.functions?[key] { return function }
            scope = here.parent?.definer(definitions)
        }
        return nil
    }

    /// Defines a function in a scope, replacing one of its name.
    /// - Parameter scope: nil: the scope that the name's qualifier names, else the current one.
    public func define(_ function: FunctionInfo, in scope: Scope? = nil) {
        let scoped = ScopedName(function.name)
        let holder = scope ?? scoped.scope(from: current)
        let named =
            scoped.name == function.name
            ? function
            : FunctionInfo(
                name: scoped.name, block: function.block, isFilter: function.isFilter, options: function.options,
                description: function.description)
        holder.functions = (holder.functions ?? [:]).merging([FoldedName(scoped.name): named]) { $1 }
    }

    /// Removes a function from the nearest scope that has it.
    public func removeFunction(_ name: String) {
        var scope: Scope? = current
        while let here = scope {
            if here.functions?[FoldedName(name)] != nil {
                here.functions?[FoldedName(name)] = nil
                return
            }
            scope = here.parent
        }
    }

    /// The alias that a scope itself has, not its parents. The built-in aliases count as the global scope's.
    public func findAlias(_ name: String, in scope: Scope) -> AliasInfo? {
        scope.aliases?[FoldedName(name)] ?? (scope === global ? commands.alias(name) : nil)
    }

    /// The aliases that a scope itself has, sorted by name.
    public func aliases(in scope: Scope) -> [AliasInfo] {
        var all = Dictionary((scope === global ? commands.allAliases : []).map { (FoldedName($0.name), $0) }) { first, _ in first }
        all.merge(scope.aliases ?? [:]) { $1 }
        return all.values.sorted { $0.name.lowercased() < $1.name.lowercased() }
    }

    /// Removes an alias from the nearest scope that has it, or else the built-in one.
    public func removeAlias(_ name: String) {
        let key = FoldedName(name)
        var scope: Scope? = current
        while let here = scope {
            if here.aliases?[key] != nil {
                here.aliases?[key] = nil
                return
            }
            scope = here.parent
        }
        commands.removeAlias(name)
    }

    /// Defines an alias in a scope, replacing one of its name.
    /// - Parameter scope: nil: the current scope.
    public func define(_ alias: AliasInfo, in scope: Scope? = nil) {
        let holder = scope ?? current
        holder.aliases = (holder.aliases ?? [:]).merging([FoldedName(alias.name): alias]) { $1 }
    }

    /// Every function that can be called from the current scope, sorted by name.
    public var visibleFunctions: [FunctionInfo] {
        var seen: [FoldedName: FunctionInfo] = [:]
        var scope: Scope? = current
        while let here = scope {
            for (key, function) in here.functions ?? [:] where seen[key] == nil { seen[key] = function }
            scope = here.parent
        }
        return seen.values.sorted { $0.name < $1.name }
    }

    /// Every alias that can be used in the current scope, sorted by name.
    public var visibleAliases: [AliasInfo] {
        var seen = Dictionary(commands.allAliases.map { (FoldedName($0.name), $0) }) { first, _ in first }
        var scopes: [Scope] = []
        var scope: Scope? = current
        while let here = scope {
            scopes.append(here)
            scope = here.parent
        }
        for here in scopes.reversed() { seen.merge(here.aliases ?? [:]) { $1 } }
        return seen.values.sorted { $0.name.lowercased() < $1.name.lowercased() }
    }

    /// A program or script by its path or through PATH, whatever alias, function or cmdlet has its name.
    public func findApplication(_ name: String) -> Command? { findFile(name) }

    /// A program or script by its path or through PATH; nil where there is none.
    private func findFile(_ name: String) -> Command? {
        guard !name.isEmpty, !name.contains("\0") else { return nil }
        // A backslash separates path components on Linux as well, so that a program with a backslash in its name is found only by a
        // path with slashes.
        let isPath =
            name.contains("/") || name.hasPrefix(".\\") || name.hasPrefix("..\\")
            || (DrivePath.split(name).flatMap { drive($0.name) }?.provider == .fileSystem && name.contains("\\"))
        if isPath || (fileSystem.isWindowsStyle && name.contains("\\")) {
            let path = fileSystem.hostPath(fileSystem.isWindowsStyle ? name : name.replacing("\\", with: "/"))
            if path.hasSuffix(".ps1") { return fileSystem.isFile(path) ? .script(path: path) : nil }
            if fileSystem.isFile(path + ".ps1") { return .script(path: path + ".ps1") }
            if fileSystem.isExecutable(path) { return .application(path: path) }
            return path == variable("PSHOME").displayText + "/pwsh" ? ownProgram() : nil
        }
        let folders = environment.path
        // Other shells read an empty entry as the current folder. It is skipped here: a file in the current folder must not become
        // a command by its name alone.
        for entry in folders.split(separator: ":") where entry.hasPrefix("/") || entry.hasPrefix("./") || entry.hasPrefix("../") {
            let folder = entry.hasPrefix("/") ? String(entry) : FileSystemView.normalize(fileSystem.hostLocation + "/" + entry)
            let path = folder + "/" + name
            if fileSystem.isFile(path + ".ps1") { return .script(path: path + ".ps1") }
            if fileSystem.isExecutable(path) { return .application(path: path) }
            if name.hasSuffix(".ps1"), fileSystem.isFile(path) { return .script(path: path) }
        }
        return name == "pwsh" ? ownProgram() : nil
    }

    /// `pwsh` where PowerShell is not installed: this program, which takes the same options. Scripts start a new shell by that
    /// name.
    private func ownProgram() -> Command? {
        guard !fileSystem.isWindowsStyle, let program = Environment.program, fileSystem.isExecutable(program) else { return nil }
        return .application(path: program)
    }
}

/// A name with an optional scope qualifier: `global:name`.
package struct ScopedName {
    let qualifier: String?
    /// The name without its qualifier.
    package let name: String

    /// Splits a name; anything else before a colon than a scope stays part of the name.
    package init(_ text: String) {
        if let colon = text.firstIndex(of: ":"), ["global", "script", "local", "private"].contains(text[..<colon].lowercased()) {
            qualifier = text[..<colon].lowercased()
            name = String(text[text.index(after: colon)...])
        } else {
            qualifier = nil
            name = text
        }
    }

    /// The scope of the qualifier, as seen from a scope.
    func scope(from current: Scope) -> Scope {
        switch qualifier {
        case "global": current.global
        case "script": current.script
        default: current
        }
    }
}
