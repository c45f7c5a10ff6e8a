/// System.BitConverter, little endian as the machine is.
enum BitConverterType {
    private static func number<T: FixedWidthInteger>(_ arguments: Arguments, _: T.Type) throws -> T {
        let bytes = try ConvertType.bytes(arguments[0])
        let start = arguments.int(1)
        let size = MemoryLayout<T>.size
        guard start >= 0, start <= bytes.count, bytes.count - start >= size else { throw tooShort }
        return bytes[start..<(start + size)].reversed().reduce(T.zero) { $0 << 8 | T(truncatingIfNeeded: $1) }
    }

    private static let tooShort = ValueError(
        "The array starting from the specified index is not long enough to read a value of the specified type. (Parameter 'value')",
        id: "ArgumentException", exception: "System.ArgumentException", category: "NotSpecified")

    static let type = ObjectType(
        "System.BitConverter", base: .object,
        statics: [
            .constant("IsLittleEndian", "bool") { .bool(true) },
            .function("GetBytes", "object value", returns: "byte[]") { arguments in
                switch arguments[0] {
                case .double(let number):
                    return ConvertType.array(withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) })
                case .bool(let flag): return ConvertType.array([flag ? 1 : 0])
                case .char(let unit): return ConvertType.array(withUnsafeBytes(of: unit.littleEndian) { Array($0) })
                case .fixed(.single(let number)):
                    return ConvertType.array(withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) })
                default:
                    guard case .whole(let number, let kind)? = Number(try Conversion.number(arguments[0])) else {
                        return .array([])
                    }
                    return ConvertType.array((0..<(kind.width / 8)).map { UInt8(truncatingIfNeeded: number >> Int128($0 * 8)) })
                }
            },
            .function("ToInt16", "byte[] value", "int startIndex", returns: "short") { .fixed(.int16(try number($0, Int16.self))) },
            .function("ToUInt16", "byte[] value", "int startIndex", returns: "ushort") {
                .fixed(.uint16(try number($0, UInt16.self)))
            },
            .function("ToInt32", "byte[] value", "int startIndex", returns: "int") { .int(try number($0, Int32.self)) },
            .function("ToUInt32", "byte[] value", "int startIndex", returns: "uint") {
                .fixed(.uint32(try number($0, UInt32.self)))
            },
            .function("ToInt64", "byte[] value", "int startIndex", returns: "long") { .long(try number($0, Int64.self)) },
            .function("ToUInt64", "byte[] value", "int startIndex", returns: "ulong") {
                .fixed(.uint64(try number($0, UInt64.self)))
            },
            .function("ToDouble", "byte[] value", "int startIndex", returns: "double") {
                .double(Double(bitPattern: try number($0, UInt64.self)))
            },
            .function("ToString", "byte[] value", returns: "string") { arguments in
                .string(
                    try ConvertType.bytes(arguments[0]).map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
                        .joined(
                            separator: "-"))
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.BitConverter") { BitConverterType.type }
}
