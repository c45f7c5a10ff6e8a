import Values

extension ModuleInfo {
    private static func module(_ value: Value) -> ModuleInfo? { value.asObject(ModuleInfo.self) }

    private static func text(_ name: String, _ read: @escaping @Sendable (ModuleInfo) -> String) -> Member {
        .property(name, "string") { value in .string(module(value).map(read) ?? "") }
    }

    /// A property that is a dictionary of commands by name.
    private static func table(_ name: String, _ read: @escaping @Sendable (ModuleInfo) -> [(String, Value)]) -> Member {
        .property(name, "System.Collections.Generic.Dictionary[string,System.Management.Automation.CommandInfo]") { value in
            let table = HashtableObject(ordered: true)
            for (name, entry) in module(value).map(read) ?? [] { table[name] = entry }
            return .object(table)
        }
    }

    private static func functions(_ module: ModuleInfo) -> [(String, Value)] {
        module.exportedFunctions.map { ($0.name, .object(CommandObject(.function($0)))) }
            + module.announced.functions.map { ($0, .string($0)) }
    }
    private static func aliases(_ module: ModuleInfo) -> [(String, Value)] {
        module.exportedAliases.map { ($0.name, .object(CommandObject(alias: $0))) }
            + module.announced.aliases.map { ($0, .string($0)) }
    }

    private static func modules(_ name: String, _ path: any KeyPath<ModuleInfo, [ModuleInfo]> & Sendable) -> Member {
        .property(name, "System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo]") { value in
            .array(module(value)?[keyPath: path].map { .object($0) } ?? [])
        }
    }

    static let accessModes = ObjectType.enumeration(
        "System.Management.Automation.ModuleAccessMode", Enumeration(["ReadWrite", "ReadOnly", "Constant"]))

    private static func detail(_ name: String) -> Member { .property(name, "object") { module($0)?.details[name] ?? .null } }

    static let objectType = ObjectType(
        "System.Management.Automation.PSModuleInfo", base: .object,
        members: [
            text("Name") { $0.name }, text("Path") { $0.path }, text("ModuleBase") { $0.base },
            text("Definition") { _ in "" },
            .property("Version", "version") { value in
                guard let module = module(value) else { return .null }
                return Version(module.version)?.boxed ?? .string(module.version)
            },
            .property("Guid", "guid") { value in
                try Conversion.convert(.string(module(value)?.guid ?? ModuleInfo.noGuid), to: GuidType.type)
            },
            text("ModuleType") { $0.moduleType }, text("Prefix") { $0.defaultPrefix },
            .property(
                "AccessMode", "System.Management.Automation.ModuleAccessMode",
                set: { receiver, value in
                    let mode = try Conversion.convert(value, to: accessModes).asObject(EnumObject.self)?.rawValue
                    if let mode = mode.flatMap({ AccessMode(rawValue: $0) }) { module(receiver)?.accessMode = mode }
                }
            ) { .object(EnumObject(accessModes, rawValue: module($0)?.accessMode.rawValue ?? 0)) },
            table("ExportedFunctions") { functions($0) }, table("ExportedAliases") { aliases($0) },
            table("ExportedCommands") { functions($0) + aliases($0) },
            table("ExportedCmdlets") { $0.exportedCmdlets.map { ($0, .string($0)) } },
            table("ExportedVariables") { $0.exportedVariables.map { ($0, .string($0)) } },
            modules("NestedModules", \.nestedModules), modules("RequiredModules", \.requiredModules),
            .property(
                "OnRemove", "scriptblock", set: { module($0)?.onRemove = $1 }
            ) { module($0)?.onRemove ?? .null },
            .property("SessionState", "System.Management.Automation.SessionState") { value in
                module(value)?.session.map { .object(SessionStateObject($0)) } ?? .null
            },
        ]
            + ModuleManifest.detailNames.map { detail($0) })
}
