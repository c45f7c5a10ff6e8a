import CmdletKit
import Values

/// CommandInfo and its derived types with their members.
public enum CommandObjectTypes {
    private static func command(_ value: Value) -> CommandObject? { value.asObject(CommandObject.self) }

    private static func text(_ name: String, _ read: @escaping @Sendable (CommandObject) -> String) -> Member {
        .property(name, "string") { value in command(value).map { .string(read($0)) } ?? .null }
    }

    /// The names of CommandTypes, sorted, for completion.
    public static var kindNames: [String] { (commandTypes.enumeration?.cases.map(\.name) ?? []).sorted() }

    static let commandTypes = ObjectType.enumeration(
        "System.Management.Automation.CommandTypes",
        Enumeration(
            [
                ("Alias", 1), ("Function", 2), ("Filter", 4), ("Cmdlet", 8), ("ExternalScript", 16), ("Application", 32),
                ("Script", 64), ("Configuration", 256), ("All", 383),
            ], isFlags: true))

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
            .property("Visibility", "System.Management.Automation.SessionStateEntryVisibility") { _ in .string("Public") },
            .property("Parameters", "System.Collections.Generic.Dictionary[string,ParameterMetadata]") { value in
                command(value).flatMap { ParameterMetadata.table(of: $0) } ?? .null
            },
            .property("ParameterSets", "System.Collections.ObjectModel.ReadOnlyCollection[CommandParameterSetInfo]") { value in
                command(value).map { ParameterMetadata.sets(of: $0) } ?? .array([])
            },
            .property("OutputType", "System.Collections.ObjectModel.ReadOnlyCollection[pstypename]") { value in
                let outputs = command(value)?.signature?.outputs ?? []
                return .array(
                    outputs.map { name in
                        .object(CustomObject([("Name", .string(name))], typeNames: ["System.Management.Automation.PSTypeName"]))
                    })
            },
        ])

    private static let block = Member.property("ScriptBlock", "scriptblock") { value in
        command(value)?.block.map { .object($0) } ?? .null
    }
    private static let cmdletBinding = Member.property("CmdletBinding", "bool") {
        .bool(command($0)?.signature?.isAdvanced ?? false)
    }
    private static let defaultSet = text("DefaultParameterSet") { $0.signature?.defaultSet ?? "" }
    private static let verbAndNoun = [
        text("Verb") { String($0.name.split(separator: "-", maxSplits: 1).first ?? "") },
        text("Noun") { $0.name.split(separator: "-", maxSplits: 1).dropFirst().first.map(String.init) ?? "" },
    ]
    private static let path = [
        text("Path") { $0.definition },
        text("Extension") { command in
            command.definition.lastIndex(of: ".").map { String(command.definition[$0...]) } ?? ""
        },
    ]
    private static func description(_ read: @escaping @Sendable (CommandObject) -> String) -> [Member] {
        [text("Description", read)]
    }

    private static let function = ObjectType(
        "System.Management.Automation.FunctionInfo", base: base,
        members: [
            block, cmdletBinding, defaultSet, text("HelpFile") { _ in "" },
            .property("Options", "System.Management.Automation.ScopedItemOptions") { value in
                if case .function(let function)? = command(value)?.command { function.options.boxed } else { .null }
            },
        ] + verbAndNoun
            + description { command in
                if case .function(let function)? = command.command { function.description } else { "" }
            })

    private static let cmdletBase = ObjectType(
        "System.Management.Automation.PSCmdlet", base: ObjectType("System.Management.Automation.Cmdlet", base: .object))

    private static let types: [String: ObjectType] = [
        "Cmdlet": ObjectType(
            "System.Management.Automation.CmdletInfo", base: base,
            members: [
                defaultSet, text("HelpFile") { _ in "" },
                .property("ImplementingType", "type") { value in
                    guard case .cmdlet(let registration)? = command(value)?.command else { return .null }
                    return .object(TypeObject(ObjectType(registration.implementingType, base: cmdletBase)))
                },
            ] + verbAndNoun),
        "Function": function,
        "Filter": ObjectType("System.Management.Automation.FilterInfo", base: function),
        "Alias": ObjectType(
            "System.Management.Automation.AliasInfo", base: base,
            members: [
                text("DisplayName") { "\($0.name) -> \($0.alias?.definition ?? "")" },
                text("ResolvedCommandName") { $0.resolved?.name ?? "" },
                .property("ResolvedCommand", base.name) { command($0)?.resolved.map { .object($0) } ?? .null },
                .property("ReferencedCommand", base.name) { command($0)?.resolved.map { .object($0) } ?? .null },
                text("Description") { $0.alias?.description ?? "" },
                .property("Options", "System.Management.Automation.ScopedItemOptions") { value in
                    command(value)?.alias?.options.boxed ?? .null
                },
            ]),
        "Application": ObjectType("System.Management.Automation.ApplicationInfo", base: base, members: path),
        "ExternalScript": ObjectType(
            "System.Management.Automation.ExternalScriptInfo", base: base,
            members: path + [block, defaultSet, text("ScriptContents") { $0.block?.stringForm ?? "" }]),
    ]

    /// The type of a CommandTypes name.
    static func type(_ kind: String) -> ObjectType { types[kind] ?? base }
}
