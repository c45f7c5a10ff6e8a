extension EncodingType {
    static let utf8 = derived("System.Text.UTF8Encoding") { $0.bool(0) ? .utf8BOM : .utf8NoBOM }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.UTF8Encoding") { EncodingType.utf8 }
}
