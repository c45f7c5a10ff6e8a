extension ObjectType {
    /// System.Web.HttpUtility: its escapes have small hexadecimal digits, and UrlPathEncode makes spaces `%20`.
    static let httpUtility = ObjectType(
        "System.Web.HttpUtility", base: .object,
        statics: MarkupText.shared + [
            MarkupText.member("UrlEncode", "str") { MarkupText.urlEncoded($0, uppercase: false) },
            MarkupText.member("UrlPathEncode", "str") {
                String($0.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20"))
            },
            MarkupText.member("HtmlAttributeEncode", "s") { MarkupText.htmlEncoded($0) },
            MarkupText.member("JavaScriptStringEncode", "value") { text in
                text.unicodeScalars.map { scalar in
                    switch scalar {
                    case "\"": "\\\""
                    case "\\": "\\\\"
                    case "\n": "\\n"
                    case "\r": "\\r"
                    case "\t": "\\t"
                    case "<", ">", "&", "'":
                        "\\u00" + String(scalar.value, radix: 16)
                    default: String(scalar)
                    }
                }.joined()
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Web.HttpUtility") { .httpUtility } }
