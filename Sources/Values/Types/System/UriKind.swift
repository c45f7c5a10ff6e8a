extension ObjectType {
    static let uriKind = ObjectType.enumeration(
        "System.UriKind",
        Enumeration(["RelativeOrAbsolute", "Absolute", "Relative"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.UriKind") { .uriKind } }
