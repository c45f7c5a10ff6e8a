extension EncodingType {
    static let utf32 = derived("System.Text.UTF32Encoding") { $0.bool(0) ? .bigEndianUTF32 : .utf32 }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.UTF32Encoding") { EncodingType.utf32 }
}
