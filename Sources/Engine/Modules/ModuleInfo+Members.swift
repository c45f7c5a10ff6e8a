import Values

extension ModuleInfo {
    private static func module(_ value: Value) -> ModuleInfo? { value.asObject(ModuleInfo.self) }

    private static func text(_ name: String, _ read: @escaping @Sendable (ModuleInfo) -> String) -> Member {
        .property(name, "string") { value in .string(module(value).map(read) ?? "") }
    }

    /// A table from names to commands.
    private static func table(_ name: String, _ read: @escaping @Sendable (ModuleInfo) -> [(String, Value)]) -> Member {
        .property(name, "System.Collections.Generic.Dictionary[string,System.Management.Automation.CommandInfo]") { value in
            let table = HashtableObject(ordered: true)
            for (name, entry) in module(value).map(read) ?? [] { table[name] = entry }
            return .object(table)
        }
    }

    private static func functions(_ module: ModuleInfo) -> [(String, Value)] {
        module.exportedFunctions.map { ($0.name, .object(CommandObject(.function($0)))) }
    }
    private static func aliases(_ module: ModuleInfo) -> [(String, Value)] {
        module.exportedAliases.map { ($0.name, .object(CommandObject(alias: $0))) }
    }

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
            .property("Guid", "guid") { .string(module($0)?.guid ?? "") },
            text("ModuleType") { $0.moduleType },
            table("ExportedFunctions") { functions($0) }, table("ExportedAliases") { aliases($0) },
            table("ExportedCommands") { functions($0) + aliases($0) },
            table("ExportedCmdlets") { $0.exportedCmdlets.map { ($0, .string($0)) } },
            table("ExportedVariables") { $0.exportedVariables.map { ($0, .string($0)) } },
            .property("NestedModules", "System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo]") {
                .array(module($0)?.nestedModules.map { .object($0) } ?? [])
            },
            .property(
                "OnRemove", "scriptblock", set: { module($0)?.onRemove = $1 }
            ) { module($0)?.onRemove ?? .null },
            .property("SessionState", "System.Management.Automation.SessionState") { value in
                module(value)?.session.map { .object(SessionStateObject($0)) } ?? .null
            },
        ]
            + ["Description", "Author", "CompanyName", "Copyright", "PrivateData", "RequiredModules", "Tags", "PowerShellVersion"]
            .map {
                detail($0)
            })
}
