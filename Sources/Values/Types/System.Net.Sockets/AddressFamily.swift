extension ObjectType {
    static let addressFamily = ObjectType.enumeration(
        "System.Net.Sockets.AddressFamily",
        Enumeration([
            ("Unknown", -1), ("Unspecified", 0), ("Unix", 1), ("InterNetwork", 2), ("InterNetworkV6", 23), ("Packet", 65536),
            ("ControllerAreaNetwork", 65537),
        ]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Net.Sockets.AddressFamily") { .addressFamily }
}
