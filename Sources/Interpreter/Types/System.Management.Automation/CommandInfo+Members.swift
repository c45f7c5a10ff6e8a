import CmdletKit
import Values

/// CommandInfo and its derived types with their members.
public enum CommandObjectTypes {
    static func command(_ value: Value) -> CommandObject? { value.asObject(CommandObject.self) }

    static func text(_ name: String, _ read: @escaping @Sendable (CommandObject) -> String) -> Member {
        .property(name, "string") { value in command(value).map { .string(read($0)) } ?? .null }
    }

    /// The names of CommandTypes, sorted, for completion.
    public static var kindNames: [String] { (commandTypes.enumeration?.cases.map(\.name) ?? []).sorted() }

    static let base = ObjectType(
        "System.Management.Automation.CommandInfo", base: .object,
        members: [
            .property("CommandType", commandTypes.name) { value in
                let raw = commandTypes.enumeration?.rawValue(of: command(value)?.kind ?? "") ?? 0
                return .object(EnumObject(commandTypes, rawValue: raw))
            },
            text("Name") { $0.name },
            .property("Version", "version") { value in
                guard let command = command(value), command.alias == nil else { return .null }
                switch command.command {
                case .cmdlet: return Version("7.6.0.0")?.boxed ?? .null
                case .application: return Version("0.0.0.0")?.boxed ?? .null
                case .function(let function): return function.module.flatMap { Version($0.version)?.boxed } ?? .null
                default: return .null
                }
            },
            text("Source") { $0.source }, text("ModuleName") { $0.source }, text("Definition") { $0.definition },
            .property("Module", "psmoduleinfo") { value in command(value)?.module.map { .object($0) } ?? .null },
            .property("Visibility", "System.Management.Automation.SessionStateEntryVisibility") { _ in
                .object(EnumObject(VariableObject.visibility, rawValue: 0))
            },
            .property("Parameters", "System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterMetadata]")
            { value in
                command(value).flatMap { ParameterMetadata.table(of: $0) } ?? .null
            },
            .property(
                "ParameterSets",
                "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterSetInfo]"
            ) { value in
                command(value).map { ParameterMetadata.sets(of: $0) } ?? .array([])
            },
            .property("OutputType", "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.PSTypeName]") {
                value in
                let outputs = command(value)?.signature?.outputs ?? []
                return .array(
                    outputs.map { name in
                        .object(CustomObject([("Name", .string(name))], type: PSTypeName.type))
                    })
            },
        ])

    static let block = Member.property("ScriptBlock", "scriptblock") { value in
        command(value)?.block.map { .object($0) } ?? .null
    }
    static let cmdletBinding = Member.property("CmdletBinding", "bool") {
        .bool(command($0)?.signature?.isAdvanced ?? false)
    }
    static let defaultSet = text("DefaultParameterSet") { $0.signature?.defaultSet ?? "" }
    static let verbAndNoun = [
        text("Verb") { String($0.name.split(separator: "-", maxSplits: 1).first ?? "") },
        text("Noun") { $0.name.split(separator: "-", maxSplits: 1).dropFirst().first.map(String.init) ?? "" },
    ]
    static let path = text("Path") { $0.definition }
    static func description(_ read: @escaping @Sendable (CommandObject) -> String) -> [Member] {
        [text("Description", read)]
    }

    /// The type of a CommandTypes name.
    static func type(_ kind: String) -> ObjectType {
        switch kind {
        case "Cmdlet": cmdlet
        case "Function": function
        case "Filter": filter
        case "Alias": alias
        case "Application": application
        case "ExternalScript": externalScript
        default: base
        }
    }
}
