extension MatchType {
    static let matches = ObjectType(
        "System.Text.RegularExpressions.MatchCollection", base: .object,
        interfaces: GenericTypes.enumerable + ["System.Collections.IList"],
        members: [.property("Count", "int") { Value.integer($0.enumerated?.count ?? 0) }])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.RegularExpressions.MatchCollection") { MatchType.matches }
}
