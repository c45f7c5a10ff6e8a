import Values

extension ConsoleKey {
    /// System.ConsoleKeyInfo: a key that was pressed.
    static let infoType = ObjectType("System.ConsoleKeyInfo", base: .valueType, isValueType: true)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.ConsoleKeyInfo") { ConsoleKey.infoType }
}
