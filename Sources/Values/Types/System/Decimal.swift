extension ObjectType {
    /// System.Decimal.
    public static let decimal = ObjectType(
        "System.Decimal", base: .valueType, isValueType: true, interfaces: numberInterfaces, members: NumberMembers.instance,
        statics: NumberMembers.decimal, convert: { try Conversion.decimal($0) })
}

extension NumberMembers {
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
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Decimal", "decimal") { .decimal } }
