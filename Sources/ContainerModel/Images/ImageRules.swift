/// Normal forms of an image's publisher and version; the rules are the same on every host.
package enum ImageRules {
    /// The publisher with its prefix: `Demo` becomes `CN=Demo`.
    package static func publisher(_ text: String) -> String {
        text.lowercased().hasPrefix("cn=") ? "CN=" + text.dropFirst(3) : "CN=" + text
    }

    /// The version with four numbers: `1.0` becomes `1.0.0.0`.
    package static func version(_ text: String) -> String {
        var parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        while parts.count < 4 { parts.append("0") }
        return parts.joined(separator: ".")
    }
}
