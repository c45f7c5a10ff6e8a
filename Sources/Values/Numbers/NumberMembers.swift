extension ObjectType {
    static let numberInterfaces = ["System.IComparable", "System.IFormattable", "System.IConvertible"]
    static func whole(_ name: String, _ kind: WholeKind, _ alias: String) -> ObjectType {
        ObjectType(
            name, base: .valueType, isValueType: true, interfaces: numberInterfaces, members: NumberMembers.instance,
            statics: NumberMembers.whole(kind, alias), convert: { kind.truncated(try Conversion.whole($0, kind)) })
    }
}

/// The members of the number types.
enum NumberMembers {
    static let instance: [Member] = [
        .method("GetTypeCode", returns: "System.TypeCode") { value, _ in
            .object(EnumObject(.typeCode, rawValue: ObjectType.typeCode.enumeration?.rawValue(of: value.type.shortName) ?? 1))
        }
    ]

    /// The text that `Parse` accepts: digits with an optional sign, but no literal of the language (`0x10`, `1kb`).
    private static func parsed(_ arguments: Arguments, _ type: ObjectType) throws -> Value {
        let text = arguments.string(0).trimmingSpaces()
        if arguments[1].displayText.contains("HexNumber"), let hex = UInt64(text, radix: 16) {
            return try Conversion.convert(.long(Int64(bitPattern: hex)), to: type)
        }
        let isPlain =
            !text.isEmpty
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2B || $0 == 0x2C || $0 == 0x2E }
        let allowsExponent = [ObjectType.double, .single, .decimal].contains { $0 === type }
        guard isPlain || (allowsExponent && Double(text) != nil && !text.lowercased().hasPrefix("0x")),
            let number = NumberText.parse(text)
        else { throw format(arguments.string(0)) }
        if case .double = number, !allowsExponent { throw format(arguments.string(0)) }
        do { return try Conversion.convert(type === ObjectType.decimal ? .string(text) : number, to: type) } catch {
            throw ValueError(
                "Value was either too large or too small for \(kind(type)?.description ?? type.shortName).",
                id: "OverflowException",
                exception: "System.OverflowException", category: "NotSpecified")
        }
    }

    private static func format(_ text: String) -> ValueError {
        ValueError(
            "The input string '\(text)' was not in a correct format.", id: "FormatException", exception: "System.FormatException",
            category: "NotSpecified")
    }

    private static func kind(_ type: ObjectType) -> WholeKind? {
        [WholeKind.int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .uint64].first { $0.type === type }
    }

    /// The static methods Parse and TryParse of a number type.
    static func parsing(_ name: String, _ type: @escaping @Sendable () -> ObjectType) -> [Member] {
        [
            .function("Parse", "string s", "object style?", "object provider?", returns: name) { try parsed($0, type()) },
            .function("TryParse", "string s", "System.Management.Automation.PSReference result", returns: "bool") { arguments in
                let value = try? parsed(Arguments([arguments[0]]), type())
                try (arguments[1].reference as? any ReferenceObjectValue)?.store(value ?? Conversion.convert(.int(0), to: type()))
                return .bool(value != nil)
            },
        ]
    }

    static func whole(_ kind: WholeKind, _ name: String) -> [Member] {
        [
            .constant("MaxValue", name) { kind.truncated(kind.range.upperBound) },
            .constant("MinValue", name) { kind.truncated(kind.range.lowerBound) },
        ] + parsing(name) { kind.type }
    }

}
