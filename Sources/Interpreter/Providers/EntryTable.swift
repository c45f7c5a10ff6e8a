import CmdletKit
import LinuxSystem
import Values

/// The items of the providers other than the file system: variables, functions, aliases and environment variables.
public struct EntryTable {
    private let provider: Provider
    private let engine: Engine

    /// Makes the table of a provider; that of the file system is empty.
    public init(_ provider: Provider, _ engine: Engine) {
        self.provider = provider
        self.engine = engine
    }

    /// The items' names, in the order in which they are listed.
    public var names: [String] {
        switch provider {
        case .alias: return engine.visibleAliases.map(\.name)
        case .function: return engine.visibleFunctions.map(\.name)
        case .variable: return engine.visibleVariables.map(\.name)
        case .environment: return engine.environment.names
        case .fileSystem: return []
        }
    }

    /// Whether there is an item of the name.
    public func exists(_ name: String) -> Bool { value(name) != nil }

    /// The value of an item; nil where there is none of the name.
    public func value(_ name: String) -> Value? {
        switch provider {
        case .alias: engine.findAlias(name).map { .string($0.definition) }
        case .function: engine.findFunction(name).map { .object($0.block) }
        case .variable: engine.current.value(name)
        case .environment: engine.environment[name].map { .string($0) }
        case .fileSystem: nil
        }
    }

    private func options(_ name: String) -> ScopedItemOptions {
        switch provider {
        case .alias: engine.findAlias(name)?.options ?? []
        case .function: engine.findFunction(name)?.options ?? []
        case .variable: engine.current.holder(of: name)?.info(name)?.options ?? []
        case .environment, .fileSystem: []
        }
    }

    private var kind: String {
        switch provider {
        case .alias: "Alias"
        case .function: "Function"
        case .variable: "Variable"
        case .environment, .fileSystem: "Item"
        }
    }

    private func admit(_ name: String, force: Bool, _ id: String, _ action: String) throws {
        let options = options(name)
        guard options.isWritable || (force && !options.contains(.constant)) else {
            throw ValueError(
                "Cannot \(action) \(kind.lowercased()) \(name) because it is read-only or constant.", id: id,
                exception: "System.Management.Automation.SessionStateUnauthorizedAccessException", category: "WriteError")
        }
    }

    /// Sets an item, or makes it where there is none (Set-Item, New-Item).
    /// - Parameters:
    ///   - value: nil keeps the present value.
    ///   - options: nil keeps the present options.
    ///   - force: whether a read-only item may be set.
    /// - Throws: `ValueError` where the item is read-only or constant, or refuses the name or value.
    public func set(_ name: String, _ value: Value?, options: ScopedItemOptions? = nil, force: Bool = false) throws {
        try admit(name, force: force, "\(kind)NotWritable", "write to")
        switch provider {
        case .alias:
            var alias = engine.findAlias(name) ?? AliasInfo(name: name, definition: "")
            if let value { alias.definition = value.displayText }
            if let options { alias.options = options }
            engine.define(alias)
        case .function:
            let before = engine.findFunction(name)
            guard let block = try value.map(block) ?? before?.block else { return }
            engine.define(
                FunctionInfo(
                    name: name, block: block, options: options ?? before?.options ?? [], description: before?.description ?? ""))
        case .variable:
            let scope = engine.current.holder(of: name) ?? engine.current
            var variable = scope.info(name) ?? VariableInfo(name: name)
            if let value { variable.value = value }
            if let options { variable.options = options }
            try scope.define(variable, force: force)
        case .environment:
            guard !name.isEmpty, !name.contains("="), !name.contains("\0") else {
                throw ValueError(
                    "'\(name)' cannot be the name of an environment variable: it must not be empty, nor contain = or a zero character.",
                    id: "Argument", exception: "System.ArgumentException", category: "InvalidArgument")
            }
            let text = value?.displayText ?? ""
            engine.environment[name] = text.isEmpty ? nil : text
        case .fileSystem: break
        }
    }

    private func block(_ value: Value) throws -> ScriptBlock {
        if let block = value.asObject(ScriptBlock.self) { return block }
        if let block = value.property("ScriptBlock")?.asObject(ScriptBlock.self) { return block }
        if let text = value.text { return try ScriptBlock.parse(text) }
        throw ValueError(
            "The value of a function must be a script block, a function or a text, not [\(value.typeName)].", id: "Argument",
            exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
    }

    /// Removes an item (Remove-Item).
    /// - Throws: `ValueError` where the item is read-only, unless forced, or constant.
    public func remove(_ name: String, force: Bool = false) throws {
        try admit(name, force: force, "\(kind)NotRemovable", "remove")
        switch provider {
        case .alias: engine.removeAlias(name)
        case .function: engine.removeFunction(name)
        case .variable: try engine.current.holder(of: name)?.remove(name, force: force)
        case .environment: engine.environment[name] = nil
        case .fileSystem: break
        }
    }

    /// Renames an item (Rename-Item); does nothing where there is none.
    /// - Throws: `ValueError` where the item is read-only, unless forced, or constant.
    public func rename(_ name: String, to newName: String, force: Bool = false) throws {
        try admit(name, force: force, "CannotRename\(kind)", "rename")
        guard let value = value(name) else { return }
        let options = options(name)
        try remove(name, force: force)
        try set(newName, value, options: options, force: force)
    }
}
