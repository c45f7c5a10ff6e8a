import FoundationEssentials

/// System.Convert.
enum ConvertType {
    private static func whole(_ name: String, _ kind: WholeKind, _ alias: String) -> Member {
        .method(
            name,
            overloads: [
                Overload("object value", returns: alias) { _, arguments in
                    if case .string(let text) = arguments[0] { return try parsed(text.value, kind) }
                    return kind.truncated(try checked(arguments[0], kind))
                },
                Overload("string value", "int fromBase", returns: alias) { _, arguments in
                    guard [2, 8, 10, 16].contains(arguments.int(1)) else {
                        throw ValueError(
                            "Invalid Base.", id: "ArgumentException", exception: "System.ArgumentException",
                            category: "NotSpecified")
                    }
                    return try parsed(arguments.string(0), kind, radix: arguments.int(1))
                },
            ])
    }

    private static func checked(_ value: Value, _ kind: WholeKind) throws -> Int128 {
        do { return try Conversion.whole(value, kind) } catch {
            throw ValueError(
                "Value was either too large or too small for \(kind.description).", id: "OverflowException",
                exception: "System.OverflowException", category: "NotSpecified")
        }
    }

    private static func parsed(_ text: String, _ kind: WholeKind, radix: Int = 10) throws -> Value {
        var digits = Substring(text.trimmingSpaces())
        if radix == 16, digits.lowercased().hasPrefix("0x") { digits = digits.dropFirst(2) }
        guard let number = Int128(digits, radix: radix) else {
            throw ValueError(
                radix == 10 ? "The input string '\(text)' was not in a correct format." : "Could not find any recognizable digits.",
                id: "FormatException", exception: "System.FormatException", category: "NotSpecified")
        }
        // Digits of a base that is no ten are the bits of the type.
        if radix != 10, number >= 0, number < Int128(1) << Int128(kind.width) { return kind.truncated(number) }
        guard let value = kind.value(number) else {
            throw ValueError(
                "Value was either too large or too small for \(kind.description).", id: "OverflowException",
                exception: "System.OverflowException", category: "NotSpecified")
        }
        return value
    }

    /// The bytes of an array argument.
    static func bytes(_ value: Value) throws -> [UInt8] {
        try value.enumeratedOrSelf.map { UInt8(truncatingIfNeeded: try Conversion.whole($0, .uint8)) }
    }

    static func array(_ bytes: some Sequence<UInt8>) -> Value { .array(ArrayObject(bytes.map { .fixed(.uint8($0)) }, of: .uint8)) }

    static let type = ObjectType(
        "System.Convert", base: .object,
        statics: [
            whole("ToByte", .uint8, "byte"), whole("ToSByte", .int8, "sbyte"), whole("ToInt16", .int16, "short"),
            whole("ToUInt16", .uint16, "ushort"), whole("ToInt32", .int32, "int"), whole("ToUInt32", .uint32, "uint"),
            whole("ToInt64", .int64, "long"), whole("ToUInt64", .uint64, "ulong"),
            .function("ToDouble", "object value", "object provider?", returns: "double") { .double(try Conversion.double($0[0])) },
            .function("ToSingle", "object value", returns: "float") { .fixed(.single(Float(try Conversion.double($0[0])))) },
            .function("ToDecimal", "object value", returns: "decimal") { try Conversion.decimal($0[0]) },
            .function("ToChar", "object value", returns: "char") { try Conversion.char($0[0]) },
            .function("ToDateTime", "object value", returns: "datetime") { try Conversion.convert($0[0], to: DateTime.objectType) },
            .function("ToBoolean", "object value", returns: "bool") { arguments in
                guard let text = arguments[0].text else { return .bool(Conversion.bool(arguments[0])) }
                return try BooleanMembers.parsed(text)
            },
            .method(
                "ToString",
                overloads: [
                    Overload("object value", returns: "string") { _, arguments in .string(arguments[0].roundTripText) },
                    Overload("object value", "int toBase", returns: "string") { _, arguments in
                        guard case .whole(let number, let kind)? = Number(try Conversion.number(arguments[0])) else {
                            return .string(arguments.string(0))
                        }
                        let radix = arguments.int(1)
                        guard [2, 8, 10, 16].contains(radix) else {
                            throw ValueError(
                                "Invalid Base.", id: "ArgumentException", exception: "System.ArgumentException",
                                category: "NotSpecified")
                        }
                        if radix == 10 { return .string(String(number)) }
                        let bits = UInt64(truncatingIfNeeded: number) & (kind.width == 64 ? .max : (1 << UInt64(kind.width)) - 1)
                        return .string(String(bits, radix: radix))
                    },
                ]),
            .function("ToBase64String", "byte[] inArray", "object options?", returns: "string") {
                .string(Data(try bytes($0[0])).base64EncodedString())
            },
            .function("FromBase64String", "string s", returns: "byte[]") { arguments in
                guard let data = Data(base64Encoded: arguments.string(0).filter { !$0.isWhitespace }) else {
                    throw ValueError(
                        "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.",
                        id: "FormatException", exception: "System.FormatException", category: "NotSpecified")
                }
                return array(data)
            },
            .function("ToHexString", "byte[] inArray", returns: "string") { arguments in
                .string(try bytes(arguments[0]).map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined())
            },
            .function("FromHexString", "string s", returns: "byte[]") { arguments in
                let digits = Array(arguments.string(0))
                guard digits.count % 2 == 0 else {
                    throw ValueError(
                        "The input is not a valid hex string as its length is not a multiple of 2.", id: "FormatException",
                        exception: "System.FormatException", category: "NotSpecified")
                }
                guard digits.allSatisfy(\.isHexDigit) else {
                    throw ValueError(
                        "The input is not a valid hex string.", id: "FormatException", exception: "System.FormatException",
                        category: "NotSpecified")
                }
                return array(
                    stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0..<($0 + 2)]), radix: 16) })
            },
            .function("ChangeType", "object value", "object conversionType", returns: "object") { arguments in
                guard let type = arguments[1].asObject(TypeObject.self)?.represented else { return arguments[0] }
                return try Conversion.convert(arguments[0], to: type)
            },
            .function("IsDBNull", "object value", returns: "bool") { .bool($0[0].type.name == "System.DBNull") },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Convert") { ConvertType.type } }
