/// The types of what an expression finds, each in its own file.
enum MatchType {
    static let capture = ObjectType("System.Text.RegularExpressions.Capture", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.RegularExpressions.Capture") { MatchType.capture }
}
