extension ObjectType {
    /// System.Single.
    public static let single = ObjectType(
        "System.Single", base: .valueType, isValueType: true, interfaces: numberInterfaces, members: NumberMembers.instance,
        statics: NumberMembers.single, convert: { .fixed(.single(Float(try Conversion.double($0)))) })
}

extension NumberMembers {
    static let single: [Member] =
        [
            .constant("MaxValue", "float") { .fixed(.single(.greatestFiniteMagnitude)) },
            .constant("MinValue", "float") { .fixed(.single(-.greatestFiniteMagnitude)) },
            .constant("NaN", "float") { .fixed(.single(.nan)) },
            .constant("PositiveInfinity", "float") { .fixed(.single(.infinity)) },
            .constant("NegativeInfinity", "float") { .fixed(.single(-.infinity)) },
        ] + parsing("float") { .single }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Single", "float") { .single } }
