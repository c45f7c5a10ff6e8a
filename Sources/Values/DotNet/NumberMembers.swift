/// The members of the number types.
enum NumberMembers {
    static let instance: [Member] = [
        .method("GetTypeCode", returns: "System.TypeCode") { value, _ in
            .object(EnumObject(typeCode, rawValue: typeCode.enumeration?.rawValue(of: value.type.shortName) ?? 1))
        }
    ]

    static let typeCode = ObjectType.enumeration(
        "System.TypeCode",
        Enumeration([
            "Empty", "Object", "DBNull", "Boolean", "Char", "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64",
            "UInt64",
            "Single", "Double", "Decimal", "DateTime", "-", "String",
        ]))

    /// What `Parse` takes: digits with a sign, and nothing of what the language itself would read (`0x10`, `1kb`).
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

    /// Parse and TryParse.
    private static func parsing(_ name: String, _ type: @escaping @Sendable () -> ObjectType) -> [Member] {
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

    static let single: [Member] =
        [
            .constant("MaxValue", "float") { .fixed(.single(.greatestFiniteMagnitude)) },
            .constant("MinValue", "float") { .fixed(.single(-.greatestFiniteMagnitude)) },
            .constant("NaN", "float") { .fixed(.single(.nan)) },
            .constant("PositiveInfinity", "float") { .fixed(.single(.infinity)) },
            .constant("NegativeInfinity", "float") { .fixed(.single(-.infinity)) },
        ] + parsing("float") { .single }

    static let double: [Member] =
        [
            .constant("MaxValue", "double") { .double(.greatestFiniteMagnitude) },
            .constant("MinValue", "double") { .double(-.greatestFiniteMagnitude) },
            .constant("NaN", "double") { .double(.nan) }, .constant("PositiveInfinity", "double") { .double(.infinity) },
            .constant("NegativeInfinity", "double") { .double(-.infinity) },
            .constant("Epsilon", "double") { .double(.leastNonzeroMagnitude) },
            .function("IsNaN", "double d", returns: "bool") { .bool($0.double(0).isNaN) },
            .function("IsInfinity", "double d", returns: "bool") { .bool($0.double(0).isInfinite) },
            .function("IsPositiveInfinity", "double d", returns: "bool") { .bool($0.double(0) == .infinity) },
            .function("IsNegativeInfinity", "double d", returns: "bool") { .bool($0.double(0) == -.infinity) },
        ] + parsing("double") { .double }

    static let decimal: [Member] =
        [
            .constant("MaxValue", "decimal") { .decimal(DecimalNumber(magnitude: DecimalNumber.largestMagnitude)) },
            .constant("MinValue", "decimal") {
                .decimal(DecimalNumber(isNegative: true, magnitude: DecimalNumber.largestMagnitude))
            },
            .constant("Zero", "decimal") { .decimal(DecimalNumber(magnitude: 0)) },
            .constant("One", "decimal") { .decimal(DecimalNumber(magnitude: 1)) },
            .constant("MinusOne", "decimal") { .decimal(DecimalNumber(isNegative: true, magnitude: 1)) },
            .function("Round", "decimal d", "int decimals?", returns: "decimal") { arguments in
                guard let number = arguments[0].asObject(DecimalObject.self)?.number else { return arguments[0] }
                return .decimal(number.rounded(to: arguments.int(1)))
            },
            .function("Truncate", "decimal d", returns: "decimal") { arguments in
                guard let number = arguments[0].asObject(DecimalObject.self)?.number,
                    let whole = DecimalNumber(number.whole(truncating: true))
                else { return arguments[0] }
                return .decimal(whole)
            },
        ] + parsing("decimal") { .decimal }

    private static func big(_ arguments: Arguments, _ place: Int) throws -> BigInteger {
        let converted = try Conversion.big(arguments[place])
        return try converted.asObject(BigIntegerObject.self)?.number ?? .from(0)
    }

    static let bigInteger: [Member] =
        [
            .constant("Zero", "bigint") { (try? .big(.from(0))) ?? .null },
            .constant("One", "bigint") { (try? .big(.from(1))) ?? .null },
            .constant("MinusOne", "bigint") { (try? .big(.from(-1))) ?? .null },
            .function("Pow", "bigint value", "int exponent", returns: "bigint") { arguments in
                guard let exponent = UInt32(exactly: arguments.int(1)) else {
                    throw ValueError(
                        "The number must be greater than or equal to zero. (Parameter 'exponent')",
                        id: "ArgumentOutOfRangeException",
                        exception: "System.ArgumentOutOfRangeException", category: "NotSpecified")
                }
                return .big(try big(arguments, 0).power(exponent))
            },
            .function("ModPow", "bigint value", "bigint exponent", "bigint modulus", returns: "bigint") { arguments in
                .big(try big(arguments, 0).power(big(arguments, 1), modulus: big(arguments, 2)))
            },
            .function("Add", "bigint left", "bigint right", returns: "bigint") { .big(try big($0, 0).adding(big($0, 1))) },
            .function("Subtract", "bigint left", "bigint right", returns: "bigint") {
                .big(try big($0, 0).subtracting(big($0, 1)))
            },
            .function("Multiply", "bigint left", "bigint right", returns: "bigint") {
                .big(try big($0, 0).multiplied(by: big($0, 1)))
            },
            .function("Divide", "bigint dividend", "bigint divisor", returns: "bigint") {
                try ArithmeticOperation.divide.compute(.big(big($0, 0)), .big(big($0, 1)))
            },
            .function("Remainder", "bigint dividend", "bigint divisor", returns: "bigint") {
                try ArithmeticOperation.remainder.compute(.big(big($0, 0)), .big(big($0, 1)))
            },
            .function("Negate", "bigint value", returns: "bigint") { .big(try big($0, 0).negated()) },
            .function("Abs", "bigint value", returns: "bigint") { arguments in
                let number = try big(arguments, 0)
                return .big(number.isNegative ? try number.negated() : number)
            },
            .function("Max", "bigint left", "bigint right", returns: "bigint") { .big(max(try big($0, 0), try big($0, 1))) },
            .function("Min", "bigint left", "bigint right", returns: "bigint") { .big(min(try big($0, 0), try big($0, 1))) },
            .function("GreatestCommonDivisor", "bigint left", "bigint right", returns: "bigint") {
                .big(try big($0, 0).greatestCommonDivisor(big($0, 1)))
            },
            .function("Compare", "bigint left", "bigint right", returns: "int") { arguments in
                let (a, b) = (try big(arguments, 0), try big(arguments, 1))
                return .int(a < b ? -1 : a == b ? 0 : 1)
            },
        ] + parsing("bigint") { .bigInteger }

    static let bigIntegerInstance: [Member] = [
        .property("IsZero", "bool") { .bool($0.asObject(BigIntegerObject.self)?.number.isZero ?? false) },
        .property("IsOne", "bool") { .bool($0.displayText == "1") },
        .property("IsEven", "bool") { .bool(!($0.asObject(BigIntegerObject.self)?.number.isOdd ?? false)) },
        .property("Sign", "int") { value in
            guard let number = value.asObject(BigIntegerObject.self)?.number else { return .int(0) }
            return .int(number.isZero ? 0 : number.isNegative ? -1 : 1)
        },
    ]
}
