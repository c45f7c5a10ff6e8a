/// What values that have an order have beside: numbers, dates, versions.
enum ComparableMembers {
    static let instance: [Member] = [
        .method("CompareTo", "object obj", returns: "int") { value, arguments in
            .int(Int32(clamping: try Comparison.order(value, arguments[0], ignoreCase: false)))
        }
    ]
}

extension ObjectType {
    /// System.ValueType, the base of all types that are compared by value.
    public static let valueType = ObjectType("System.ValueType", base: .object, members: ComparableMembers.instance)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.ValueType") { .valueType } }
