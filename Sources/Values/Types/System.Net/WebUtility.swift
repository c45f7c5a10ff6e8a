extension ObjectType {
    static let webUtility = ObjectType(
        "System.Net.WebUtility", base: .object,
        statics: MarkupText.shared + [MarkupText.member("UrlEncode", "value") { MarkupText.urlEncoded($0, uppercase: true) }])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Net.WebUtility") { .webUtility } }
