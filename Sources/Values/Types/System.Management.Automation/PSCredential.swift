/// System.Management.Automation.PSCredential: a name and a password.
public final class CredentialObject: Object {
    /// The name, with a domain where it has one (`DOMAIN\user`).
    public let userName: String
    /// The password.
    public let password: SecureStringObject

    /// Pairs a name with a password.
    public init(_ userName: String, _ password: SecureStringObject) {
        self.userName = userName
        self.password = password
        super.init()
    }

    public override var type: ObjectType { CredentialType.type }
}

/// System.Management.Automation.PSCredential.
public enum CredentialType {
    private static func own(_ value: Value) -> CredentialObject? { value.asObject(CredentialObject.self) }

    /// System.Management.Automation.PSCredential.
    public static let type = ObjectType(
        "System.Management.Automation.PSCredential", base: .object,
        members: [
            .property("UserName", "string") { .string(own($0)?.userName ?? "") },
            .property("Password", "securestring") { value in own(value).map { .object($0.password) } ?? .null },
            .method("GetNetworkCredential", returns: "System.Net.NetworkCredential") { value, _ in
                own(value).map(NetworkCredentialType.value) ?? .null
            },
        ],
        statics: [
            .constant("Empty", "pscredential") { .object(CredentialObject("", SecureStringObject(""))) }
        ],
        construct: { arguments in
            guard arguments.count == 2, !arguments.string(0).isEmpty, let password = arguments[1].asObject(SecureStringObject.self)
            else {
                throw ValueError(
                    "PSCredential takes a user name that is not empty and a password as a SecureString (ConvertTo-SecureString makes one).",
                    id: "PSArgumentException", exception: "System.Management.Automation.PSArgumentException",
                    category: "InvalidArgument")
            }
            return .object(CredentialObject(arguments.string(0), password))
        },
        convert: { _ in
            // The value stays out of the message: it may be a password.
            throw ValueError(
                "Cannot convert the value to type \"System.Management.Automation.PSCredential\".",
                id: "ConvertToFinalInvalidCastException",
                exception: "System.Management.Automation.PSInvalidCastException", category: "InvalidArgument")
        })

}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSCredential", "pscredential") { CredentialType.type }
}
