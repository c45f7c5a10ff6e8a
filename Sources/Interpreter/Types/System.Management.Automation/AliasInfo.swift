import CmdletKit
import Values

/// An alias (System.Management.Automation.AliasInfo).
public struct AliasInfo: Sendable {
    /// The alias's name.
    public var name: String
    /// The name of the command it stands for.
    public var definition: String
    /// The description of New-Alias.
    public var description: String
    /// The options of New-Alias, such as ReadOnly.
    public var options: ScopedItemOptions
    /// The module that exports the alias; empty where none does.
    var moduleName = ""

    /// The same alias under another name.
    func named(_ name: String) -> AliasInfo {
        var renamed = self
        renamed.name = name
        return renamed
    }

    /// Makes an alias.
    public init(name: String, definition: String, description: String = "", options: ScopedItemOptions = []) {
        self.name = name
        self.definition = definition
        self.description = description
        self.options = options
    }
}

extension CommandObjectTypes {
    /// The type of aliases.
    static let alias = ObjectType(
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
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.AliasInfo") { CommandObjectTypes.alias }
}
