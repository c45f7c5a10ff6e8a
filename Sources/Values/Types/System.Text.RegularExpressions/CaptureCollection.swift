extension MatchType {
    static let captures = ObjectType(
        "System.Text.RegularExpressions.CaptureCollection", base: .object,
        interfaces: GenericTypes.enumerable + ["System.Collections.IList"],
        members: [.property("Count", "int") { Value.integer($0.enumerated?.count ?? 0) }])

    /// The one capture that a group keeps here, or none.
    static func captured(_ captures: [Value]) -> Value { .object(ListObject(captures, type: self.captures)) }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.RegularExpressions.CaptureCollection") { MatchType.captures }
}
