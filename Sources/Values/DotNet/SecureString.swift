/// System.Security.SecureString: text that displays, logs and serialisation do not show. On Linux .NET does not encrypt it in memory either.
public final class SecureStringObject: Object {
    public private(set) var text: String
    private var isReadOnly = false

    public init(_ text: String) {
        self.text = text
        super.init()
    }

    public override var type: ObjectType { SecureStringType.type }
    public override var stringForm: String? { "System.Security.SecureString" }

    func change(_ body: (inout String) -> Void) throws {
        guard !isReadOnly else {
            throw ValueError(
                "Instance is read-only.", id: "InvalidOperationException", exception: "System.InvalidOperationException",
                category: "InvalidOperation")
        }
        body(&text)
    }

    func makeReadOnly() { isReadOnly = true }
    var readOnly: Bool { isReadOnly }
}

enum SecureStringType {
    private static func own(_ value: Value) throws -> SecureStringObject {
        guard let object = value.asObject(SecureStringObject.self) else { throw ValueError.cannotConvert(value, to: type.name) }
        return object
    }

    static let type = ObjectType(
        "System.Security.SecureString", base: .object, interfaces: ["System.IDisposable"],
        members: [
            .property("Length", "int") { .int(Int32(clamping: try own($0).text.utf16.count)) },
            .method("AppendChar", "char c", returns: "void") { value, arguments in
                try own(value).change { $0 += arguments.string(0) }
                return .nothing
            },
            .method("Clear", returns: "void") { value, _ in
                try own(value).change { $0 = "" }
                return .nothing
            },
            .method("Copy", returns: "securestring") { value, _ in .object(SecureStringObject(try own(value).text)) },
            .method("MakeReadOnly", returns: "void") { value, _ in
                try own(value).makeReadOnly()
                return .nothing
            },
            .method("IsReadOnly", returns: "bool") { value, _ in .bool(try own(value).readOnly) },
            .method("Dispose", returns: "void") { _, _ in .nothing },
        ], construct: { _ in .object(SecureStringObject("")) })

    /// What scripts call to read one: a pointer stands for the string itself here.
    static let marshal = ObjectType(
        "System.Runtime.InteropServices.Marshal", base: .object,
        statics: ["SecureStringToBSTR", "SecureStringToGlobalAllocUnicode", "SecureStringToCoTaskMemUnicode"].map { name in
            .function(name, "securestring s", returns: "nint") { .object(SecureStringObject(try own($0[0]).text)) }
        }
            + ["PtrToStringBSTR", "PtrToStringAuto", "PtrToStringUni"].map { name in
                .function(name, "nint ptr", returns: "string") { .string(try own($0[0]).text) }
            }
            + ["ZeroFreeBSTR", "ZeroFreeGlobalAllocUnicode", "ZeroFreeCoTaskMemUnicode", "FreeBSTR"].map { name in
                .function(name, "nint s", returns: "void") { _ in .nothing }
            })
}

/// System.Management.Automation.PSCredential: a name and a password.
public final class CredentialObject: Object {
    public let userName: String
    public let password: SecureStringObject

    public init(_ userName: String, _ password: SecureStringObject) {
        self.userName = userName
        self.password = password
        super.init()
    }

    public override var type: ObjectType { CredentialType.type }
}

public enum CredentialType {
    private static func own(_ value: Value) -> CredentialObject? { value.asObject(CredentialObject.self) }

    private static let network = ObjectType("System.Net.NetworkCredential", base: .object)

    /// `DOMAIN\user` is a domain and a user.
    private static func network(_ credential: CredentialObject) -> Value {
        guard !credential.userName.isEmpty else { return .null }
        let parts = credential.userName.split(separator: "\\", maxSplits: 1).map(String.init)
        return .object(
            CustomObject(
                [
                    ("UserName", .string(parts.last ?? "")), ("Password", .string(credential.password.text)),
                    ("SecurePassword", .object(credential.password)), ("Domain", .string(parts.count > 1 ? parts[0] : "")),
                ], type: network))
    }

    public static let type = ObjectType(
        "System.Management.Automation.PSCredential", base: .object,
        members: [
            .property("UserName", "string") { .string(own($0)?.userName ?? "") },
            .property("Password", "securestring") { value in own(value).map { .object($0.password) } ?? .null },
            .method("GetNetworkCredential", returns: "System.Net.NetworkCredential") { value, _ in own(value).map(network) ?? .null
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

    static let all: [(ObjectType, [String])] = [
        (type, ["pscredential", "management.automation.pscredential"]),
        (SecureStringType.type, ["securestring", "security.securestring"]),
        (SecureStringType.marshal, ["runtime.interopservices.marshal"]),
    ]
}
