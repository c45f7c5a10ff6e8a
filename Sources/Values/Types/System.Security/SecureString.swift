/// System.Security.SecureString: text that displays, logs and serialisation do not show. On Linux .NET does not encrypt it in memory either.
public final class SecureStringObject: Object {
    /// The text itself.
    public private(set) var text: String
    private var isReadOnly = false

    /// Holds a text.
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
    static func own(_ value: Value) throws -> SecureStringObject {
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

}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Security.SecureString", "securestring") { SecureStringType.type }
}
