import CmdletSupport
import Interpreter
import Values

/// The objects that Get-Item, Get-ChildItem and others write for items.
enum ItemObject {
    /// The FileInfo or DirectoryInfo, or the variable, function, alias or environment entry.
    static func make(_ item: ResolvedItem, _ engine: Engine) -> Value {
        switch item {
        case .file(let file): return .object(file)
        case .entry(let provider, let name): return entry(provider, name, engine)
        }
    }

    private static func entry(_ provider: Provider, _ name: String, _ engine: Engine) -> Value {
        let object: Value
        switch provider {
        case .alias: object = engine.findAlias(name).map { .object(CommandObject(alias: $0, engine: engine)) } ?? .null
        case .function: object = engine.findFunction(name).map { .object(CommandObject(.function($0), engine: engine)) } ?? .null
        case .variable: object = VariableObject.make(name, engine) ?? .null
        case .environment, .fileSystem:
            let value = EntryTable(provider, engine).value(name) ?? .null
            object = .object(
                CustomObject(
                    [("Name", .string(name)), ("Key", .string(name)), ("Value", value)],
                    typeNames: ["System.Collections.DictionaryEntry", "System.ValueType", "System.Object"]))
        }
        guard let reference = object.reference else { return object }
        let members = reference.attached ?? AttachedMembers()
        members["PSPath"] = .note(.string("\(provider.qualifiedName)::\(name)"))
        members["PSDrive"] = .note(engine.drive(Provider.driveName(provider)).map { DriveObject.make($0) } ?? .null)
        members["PSProvider"] = .note(ProviderObject.make(provider))
        members["PSIsContainer"] = .note(.bool(false))
        members["PSChildName"] = .note(.string(name))
        reference.attached = members
        return object
    }

    /// All entries of a provider's drive.
    static func all(_ provider: Provider, _ engine: Engine) -> [ResolvedItem] {
        EntryTable(provider, engine).names.map { .entry(provider, name: $0) }
    }
}
