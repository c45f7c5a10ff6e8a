extension EncodingType {
    static let utf7 = derived("System.Text.UTF7Encoding") { _ in .utf7 }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.UTF7Encoding") { EncodingType.utf7 }
}
