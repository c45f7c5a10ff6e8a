extension ObjectType {
    static let dbNull = singleton("System.DBNull")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.DBNull") { .dbNull } }
