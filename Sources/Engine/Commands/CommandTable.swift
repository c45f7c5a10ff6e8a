import CmdletKit
import Glibc
import LinuxSystem
import Values

/// The cmdlets and built-in aliases of a session. Functions and further aliases live in scopes.
public struct CommandTable {
    private var cmdlets: [FoldedName: CmdletRegistration] = [:]
    private var programs: [FoldedName: ProgramRegistration] = [:]
    private var aliases: [FoldedName: AliasInfo] = [:]

    public mutating func add(_ registrations: [CmdletRegistration]) {
        for registration in registrations {
            cmdlets[FoldedName(registration.name)] = registration
            for alias in registration.aliases {
                aliases[FoldedName(alias)] = AliasInfo(name: alias, definition: registration.name)
            }
        }
    }

    public mutating func add(_ added: [AliasInfo]) {
        for alias in added { aliases[FoldedName(alias.name)] = alias }
    }

    public mutating func add(_ registrations: [ProgramRegistration]) {
        for registration in registrations { programs[FoldedName(registration.name)] = registration }
    }

    /// Takes out all but the cmdlets of these names, with the aliases of the others.
    mutating func keep(_ names: Set<FoldedName>) {
        cmdlets = cmdlets.filter { names.contains($0.key) }
        aliases = aliases.filter { names.contains(FoldedName($0.value.definition)) }
        programs = [:]
    }

    public func program(_ name: String) -> ProgramRegistration? { programs[FoldedName(name)] }
    public var allPrograms: [ProgramRegistration] { programs.values.sorted { $0.name < $1.name } }
    public func cmdlet(_ name: String) -> CmdletRegistration? { cmdlets[FoldedName(name)] }
    public func alias(_ name: String) -> AliasInfo? { aliases[FoldedName(name)] }
    public mutating func removeAlias(_ name: String) { aliases[FoldedName(name)] = nil }
    public var allCmdlets: [CmdletRegistration] { cmdlets.values.sorted { $0.name < $1.name } }
    public var allAliases: [AliasInfo] { aliases.values.sorted { $0.name < $1.name } }
}

extension Engine {
    /// What a command name stands for: alias, function, cmdlet, script or program, in PowerShell's order.
    public func findCommand(_ name: String) -> Command? {
        var name = name
        // An alias may name an alias; a chain that closes on itself ends.
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

    /// `Module\Command`.
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

    public func findAlias(_ name: String) -> AliasInfo? {
        let key = FoldedName(name)
        var scope = current.definer(definitions)
        while let here = scope {
            if let alias = here.aliases?[key] { return alias }
            scope = here.parent?.definer(definitions)
        }
        return commands.alias(name)
    }

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

    /// Defines a function, replacing one of the name.
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

    /// An alias of this very scope; the built-in ones are the global scope's.
    public func findAlias(_ name: String, in scope: Scope) -> AliasInfo? {
        scope.aliases?[FoldedName(name)] ?? (scope === global ? commands.alias(name) : nil)
    }

    /// The aliases of this very scope, by name.
    public func aliases(in scope: Scope) -> [AliasInfo] {
        var all = Dictionary((scope === global ? commands.allAliases : []).map { (FoldedName($0.name), $0) }) { first, _ in first }
        all.merge(scope.aliases ?? [:]) { $1 }
        return all.values.sorted { $0.name.lowercased() < $1.name.lowercased() }
    }

    /// Removes an alias from the innermost scope that has it, else the built-in one.
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

    public func define(_ alias: AliasInfo, in scope: Scope? = nil) {
        let holder = scope ?? current
        holder.aliases = (holder.aliases ?? [:]).merging([FoldedName(alias.name): alias]) { $1 }
    }

    /// Every function that can be called here, by name.
    public var visibleFunctions: [FunctionInfo] {
        var seen: [FoldedName: FunctionInfo] = [:]
        var scope: Scope? = current
        while let here = scope {
            for (key, function) in here.functions ?? [:] where seen[key] == nil { seen[key] = function }
            scope = here.parent
        }
        return seen.values.sorted { $0.name < $1.name }
    }

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

    /// A program or script by path or through PATH, whatever else has its name.
    public func findApplication(_ name: String) -> Command? { findFile(name) }

    /// A program or script by path or through PATH.
    private func findFile(_ name: String) -> Command? {
        guard !name.isEmpty, !name.contains("\0") else { return nil }
        // Backslashes separate on Linux as well; a program of such a name is found by its path with slashes.
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
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        // An empty entry means the current folder to other shells; here it is skipped: what a folder holds must not become a command.
        for entry in folders.split(separator: ":") where entry.hasPrefix("/") || entry.hasPrefix("./") || entry.hasPrefix("../") {
            let folder = entry.hasPrefix("/") ? String(entry) : FileSystemView.normalize(fileSystem.hostLocation + "/" + entry)
            let path = folder + "/" + name
            if fileSystem.isFile(path + ".ps1") { return .script(path: path + ".ps1") }
            if fileSystem.isExecutable(path) { return .application(path: path) }
            if name.hasSuffix(".ps1"), fileSystem.isFile(path) { return .script(path: path) }
        }
        return name == "pwsh" ? ownProgram() : nil
    }

    /// `pwsh`, where no PowerShell is installed: this program, which takes the same options. Scripts start themselves anew by that name.
    private func ownProgram() -> Command? {
        guard !fileSystem.isWindowsStyle, let program = Environment.program, fileSystem.isExecutable(program) else { return nil }
        return .application(path: program)
    }
}

/// `global:name`.
struct ScopedName {
    let qualifier: String?
    let name: String

    init(_ text: String) {
        if let colon = text.firstIndex(of: ":"), ["global", "script", "local", "private"].contains(text[..<colon].lowercased()) {
            qualifier = text[..<colon].lowercased()
            name = String(text[text.index(after: colon)...])
        } else {
            qualifier = nil
            name = text
        }
    }

    func scope(from current: Scope) -> Scope {
        switch qualifier {
        case "global": current.global
        case "script": current.script
        default: current
        }
    }
}
