extension EncodingType {
    static let ascii = derived("System.Text.ASCIIEncoding") { _ in .ascii }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.ASCIIEncoding") { EncodingType.ascii }
}
