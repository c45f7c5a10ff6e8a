extension EncodingType {
    static let unicode = derived("System.Text.UnicodeEncoding") { $0.bool(0) ? .bigEndianUnicode : .unicode }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.UnicodeEncoding") { EncodingType.unicode }
}
