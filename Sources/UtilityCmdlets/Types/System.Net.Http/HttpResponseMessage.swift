import Values

/// System.Net.Http.HttpResponseMessage: the answer that an error of a web request holds.
enum HTTPResponseMessage {
    static let type = ObjectType("System.Net.Http.HttpResponseMessage", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Net.Http.HttpResponseMessage") { HTTPResponseMessage.type }
}
