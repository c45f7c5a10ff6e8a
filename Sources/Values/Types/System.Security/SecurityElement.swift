extension ObjectType {
    static let securityElement = ObjectType(
        "System.Security.SecurityElement", base: .object,
        statics: [
            MarkupText.member("Escape", "str") { text in
                text.map { letter in
                    switch letter {
                    case "<": "&lt;"
                    case ">": "&gt;"
                    case "&": "&amp;"
                    case "\"": "&quot;"
                    case "'": "&apos;"
                    default: String(letter)
                    }
                }.joined()
            }
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Security.SecurityElement") { .securityElement }
}
