import Values

/// System.TimeZoneInfo: a time zone.
enum TimeZoneInfo {
    static let type = ObjectType("System.TimeZoneInfo", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.TimeZoneInfo") { TimeZoneInfo.type }
}
