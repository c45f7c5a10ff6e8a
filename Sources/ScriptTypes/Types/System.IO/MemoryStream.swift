import Glibc
import LinuxSystem
import Values

extension StreamObject {
    /// System.IO.MemoryStream: bytes in memory.
    static let memoryStream = ObjectType(
        "System.IO.MemoryStream", base: base,
        members: [
            .method("ToArray", returns: "byte[]") { value, _ in
                guard case .memory(let bytes, _) = try stream(value).place else { throw closed }
                return .array(ArrayObject(bytes.map { .fixed(.uint8($0)) }, of: .uint8))
            }
        ],
        construct: { arguments in
            guard case .array? = arguments.values.first else { return .object(StreamObject(bytes: [])) }
            return .object(StreamObject(bytes: try bytes(arguments[0])))
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.MemoryStream") { StreamObject.memoryStream }
}
