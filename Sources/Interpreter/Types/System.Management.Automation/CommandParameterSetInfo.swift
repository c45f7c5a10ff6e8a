import CmdletKit
import Values

/// System.Management.Automation.CommandParameterSetInfo: one parameter set of a command.
final class CommandParameterSetInfo: Object {
    private let signature: CommandSignature
    private let set: String

    /// Names a parameter set of a command; empty for the only one of a command without named sets.
    init(_ set: String, of signature: CommandSignature) {
        self.set = set
        self.signature = signature
        super.init()
    }

    override var type: ObjectType { Self.objectType }
    override var stringForm: String? { syntax }

    /// The set's syntax diagram, without the command's name before it.
    private var syntax: String { String(CommandSyntaxText.line(signature, set).dropFirst(signature.name.count + 1)) }

    private var parameters: Value {
        .array(
            signature.parameters.compactMap { parameter in
                parameter.membership(in: set).map { ParameterMetadata.inSet(parameter, $0) }
            })
    }

    static let objectType = ObjectType(
        "System.Management.Automation.CommandParameterSetInfo", base: .object,
        members: [
            property("Name", "string") { .string($0.set.isEmpty ? "__AllParameterSets" : $0.set) },
            property("IsDefault", "bool") { .bool($0.set.equalsIgnoringCase($0.signature.defaultSet)) },
            property("Parameters", "System.Management.Automation.ParameterMetadata[]") { $0.parameters },
            .method("ToString", returns: "string") { value, _ in
                .string(value.asObject(CommandParameterSetInfo.self)?.syntax ?? "")
            },
        ])

    private static func property(
        _ name: String, _ type: String, _ get: @escaping @Sendable (CommandParameterSetInfo) -> Value
    ) -> Member {
        .property(name, type) { value in value.asObject(CommandParameterSetInfo.self).map(get) ?? .null }
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.CommandParameterSetInfo") { CommandParameterSetInfo.objectType }
}
