extension ObjectType {
    static let midpointRounding = ObjectType.enumeration(
        "System.MidpointRounding", Enumeration(["ToEven", "AwayFromZero", "ToZero", "ToNegativeInfinity", "ToPositiveInfinity"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.MidpointRounding") { .midpointRounding }
}
