import Values

/// Microsoft.PowerShell.Commands.ByteCollection: up to 16 bytes, as Format-Hex writes them.
struct ByteCollection {
    var bytes: [UInt8]
    /// The offset of the first byte in the file or text.
    var offset: Int64
    /// The file that the bytes are from; nil for other input.
    var path: String?
    /// The heading of the group in the table.
    var label: String

    init(_ bytes: [UInt8], offset: Int64, path: String?, label: String?) {
        self.bytes = bytes
        self.offset = offset
        self.path = path
        self.label = path ?? label ?? ""
    }

    var boxed: Value { .object(NativeObject(self, type: Self.type, text: { $0.text })) }

    static let type = ObjectType(
        "Microsoft.PowerShell.Commands.ByteCollection", base: .object,
        members: [
            .property("Offset64", "ulong", of: Self.self, \.offset) { .fixed(.uint64(UInt64(clamping: $0))) },
            .property("Offset", "uint", of: Self.self, \.offset) { .fixed(.uint32(UInt32(clamping: $0))) },
            .property("Bytes", "byte[]", of: Self.self, \.bytes) { .array(ArrayObject($0.map { .fixed(.uint8($0)) }, of: .uint8)) },
            .property("HexOffset", "string", of: Self.self, \.hexOffset) { .string($0) },
            .property("HexBytes", "string", of: Self.self, \.hexBytes) { .string($0) },
            .property("Path", "string", of: Self.self, \.path) { $0.map { .string($0) } ?? .null },
            .property("Ascii", "string", of: Self.self, \.letters) { .string($0) },
            .property("Label", "string", of: Self.self, \.label) { .string($0) },
        ])

    /// A line of the dump: offset, bytes and characters, each padded to the width of 16 bytes.
    private var text: String {
        func filled(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
        return "\(hexOffset)   \(filled(hexBytes, 47))  \(filled(letters, 16))"
    }

    private static func hexadecimal(_ number: some BinaryInteger, _ width: Int) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private var hexOffset: String { Self.hexadecimal(offset, 16) }
    private var hexBytes: String { bytes.map { Self.hexadecimal($0, 2) }.joined(separator: " ") }

    /// The bytes as Latin-1 characters; U+FFFD for control characters.
    private var letters: String {
        String(
            String.UnicodeScalarView(
                bytes.map { byte in
                    switch byte {
                    case 0x20...0x7E, 0xA1...0xFF: Unicode.Scalar(byte)
                    case 0: " "
                    default: "\u{FFFD}"
                    }
                }))
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.ByteCollection") { ByteCollection.type }
}
