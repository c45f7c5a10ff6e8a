/// Escapes and unescapes text for URLs, HTML and XML, as System.Net.WebUtility and System.Uri do.
enum MarkupText {
    /// The encoding of HTML forms (application/x-www-form-urlencoded), in which a space is a plus sign.
    static func urlEncoded(_ text: String, uppercase: Bool) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return String(UnicodeScalar(byte))
            case _ where "-_.!*()".utf8.contains(byte): return String(UnicodeScalar(byte))
            case 0x20: return "+"
            default: return UriType.percent(byte, uppercase: uppercase)
            }
        }.joined()
    }

    private static func urlDecoded(_ text: String) -> String {
        UriType.unescape(String(text.map { $0 == "+" ? " " : $0 }))
    }

    static func htmlEncoded(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "<": "&lt;"
            case ">": "&gt;"
            case "&": "&amp;"
            case "\"": "&quot;"
            case "'": "&#39;"
            case _ where (160..<256).contains(scalar.value) || scalar.value > 0xFFFF: "&#\(scalar.value);"
            default: String(scalar)
            }
        }.joined()
    }

    private static let entities: [String: String] = [
        "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®", "euro": "€",
        "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "auml": "ä", "ouml": "ö",
        "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à",
    ]

    private static func htmlDecoded(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            guard let end = rest.prefix(12).firstIndex(of: ";") else {
                result += "&"
                rest = rest.dropFirst()
                continue
            }
            let name = rest[rest.index(after: mark)..<end]
            let number =
                name.hasPrefix("#x") || name.hasPrefix("#X")
                ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
            if let decoded = number.flatMap(UnicodeScalar.init).map({ String($0) }) ?? entities[String(name)] {
                result += decoded
                rest = rest[rest.index(after: end)...]
            } else {
                result += "&"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    static func member(_ name: String, _ parameter: String, _ change: @escaping @Sendable (String) -> String) -> Member {
        .function(name, "string \(parameter)", returns: "string") { arguments in
            arguments[0].isNull ? .null : .string(change(arguments.string(0)))
        }
    }

    static let shared: [Member] = [
        member("HtmlEncode", "value", htmlEncoded), member("HtmlDecode", "value", htmlDecoded),
        member("UrlDecode", "value", urlDecoded),
    ]

}
