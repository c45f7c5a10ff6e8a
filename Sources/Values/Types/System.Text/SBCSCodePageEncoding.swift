extension EncodingType {
    static let page = ObjectType("System.Text.SBCSCodePageEncoding", base: base)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(internal: "System.Text.SBCSCodePageEncoding") { EncodingType.page }
}
