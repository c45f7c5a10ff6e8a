enum NumberMembers {
    static let instance: [Member] = []

    static let int32: [Member] = [
        .constant("MaxValue", "int") { .int(.max) }, .constant("MinValue", "int") { .int(.min) },
        .function("Parse", "string s", returns: "int") { .int(try Conversion.int32($0[0])) },
    ]
    static let int64: [Member] = [
        .constant("MaxValue", "long") { .long(.max) }, .constant("MinValue", "long") { .long(.min) },
        .function("Parse", "string s", returns: "long") { .long(try Conversion.integer($0[0])) },
    ]
    static let double: [Member] = [
        .constant("MaxValue", "double") { .double(.greatestFiniteMagnitude) },
        .constant("MinValue", "double") { .double(-.greatestFiniteMagnitude) },
        .constant("NaN", "double") { .double(.nan) }, .constant("PositiveInfinity", "double") { .double(.infinity) },
        .constant("NegativeInfinity", "double") { .double(-.infinity) },
        .constant("Epsilon", "double") { .double(.leastNonzeroMagnitude) },
        .function("IsNaN", "double d", returns: "bool") { .bool($0.double(0).isNaN) },
        .function("IsInfinity", "double d", returns: "bool") { .bool($0.double(0).isInfinite) },
        .function("Parse", "string s", returns: "double") { .double(try Conversion.double($0[0])) },
    ]
}
