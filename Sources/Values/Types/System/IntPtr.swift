/// A pointer to memory outside the interpreter: what it points to stands for the address, so that scripts can pass it on and nothing else.
final class PointerObject: Object {
    /// The text that stands there in UTF-16; nil for the null pointer.
    let target: SecureStringObject?

    init(_ target: SecureStringObject?) {
        self.target = target
        super.init()
    }

    override var type: ObjectType { .intPtr }
    override var stringForm: String? { target == nil ? "0" : nil }
}

extension ObjectType {
    static let intPtr = ObjectType(
        "System.IntPtr", base: .valueType, isValueType: true,
        statics: [
            .constant("Zero", "System.IntPtr") { .object(PointerObject(nil)) }, .constant("Size", "int") { .int(8) },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.IntPtr") { .intPtr } }
