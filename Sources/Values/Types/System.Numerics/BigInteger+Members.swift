extension NumberMembers {
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
