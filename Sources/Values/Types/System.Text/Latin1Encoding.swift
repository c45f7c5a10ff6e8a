extension EncodingType {
    static let latin1 = derived("System.Text.Latin1Encoding") { _ in .latin1 }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(internal: "System.Text.Latin1Encoding") { EncodingType.latin1 }
}
