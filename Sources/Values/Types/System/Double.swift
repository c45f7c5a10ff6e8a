extension ObjectType {
    /// System.Double.
    public static let double = ObjectType(
        "System.Double", base: .valueType, isValueType: true, interfaces: numberInterfaces, members: NumberMembers.instance,
        statics: NumberMembers.double, convert: { .double(try Conversion.double($0)) })
}

extension NumberMembers {
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
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Double", "double") { .double } }
