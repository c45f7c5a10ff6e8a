enum ObjectMembers {
    static let statics: [Member] = [
        .function("ReferenceEquals", "object objA", "object objB", returns: "bool") { arguments in
            if let left = arguments[0].reference, let right = arguments[1].reference { return .bool(left === right) }
            return .bool(arguments[0].isNull && arguments[1].isNull)
        },
        .function("Equals", "object objA", "object objB", returns: "bool") { arguments in
            if arguments[0].isNull || arguments[1].isNull { return .bool(arguments[0].isNull && arguments[1].isNull) }
            return .bool(
                arguments[0].type === arguments[1].type && Comparison.equals(arguments[0], arguments[1], ignoreCase: false))
        },
    ]

    static let instance: [Member] = [
        .method(
            "ToString",
            overloads: [
                // "$list" joins its elements; the method of .NET's collections gives the name of their type.
                Overload(returns: "string") { value, _ in
                    .string(value.enumerated != nil && value.reference?.stringForm == nil ? value.typeName : value.roundTripText)
                },
                // A culture may be named: there is the invariant one alone.
                Overload("System.IFormatProvider provider", returns: "string") { value, _ in .string(value.roundTripText) },
                Overload("string format", "object provider?", returns: "string") { value, arguments in
                    .string(try NumberFormat.format(value, arguments.string(0)))
                },
            ]),
        .method("GetType", returns: "type") { value, _ in .object(TypeObject(value.type)) },
        .method("Equals", "object obj", returns: "bool") { value, arguments in
            .bool(value.type === arguments[0].type && Comparison.equals(value, arguments[0], ignoreCase: false))
        },
        .method("GetHashCode", returns: "int") { value, _ in
            var hasher = Hasher()
            hasher.combine(HashKey(value, caseSensitive: true, byIdentity: true))
            return .int(Int32(truncatingIfNeeded: hasher.finalize()))
        },
    ]

}
