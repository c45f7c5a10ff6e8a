extension ObjectType {
    static let dayOfWeek = ObjectType.enumeration("System.DayOfWeek", Enumeration(DateTime.dayNames))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.DayOfWeek") { .dayOfWeek } }
