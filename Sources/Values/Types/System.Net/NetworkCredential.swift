/// A user's name and password as plain texts, for programs that take no PSCredential.
enum NetworkCredentialType {
    static let type = ObjectType("System.Net.NetworkCredential", base: .object)

    /// `DOMAIN\user` is a domain and a user.
    static func value(_ credential: CredentialObject) -> Value {
        guard !credential.userName.isEmpty else { return .null }
        let parts = credential.userName.split(separator: "\\", maxSplits: 1).map(String.init)
        return .object(
            CustomObject(
                [
                    ("UserName", .string(parts.last ?? "")), ("Password", .string(credential.password.text)),
                    ("SecurePassword", .object(credential.password)), ("Domain", .string(parts.count > 1 ? parts[0] : "")),
                ], type: type))
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Net.NetworkCredential") { NetworkCredentialType.type }
}
