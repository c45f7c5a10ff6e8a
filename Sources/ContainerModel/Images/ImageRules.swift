/// How images are written: the same for every host.
package enum ImageRules {
    /// `Demo` is kept as `CN=Demo`.
    package static func publisher(_ text: String) -> String {
        text.lowercased().hasPrefix("cn=") ? "CN=" + text.dropFirst(3) : "CN=" + text
    }

    /// `1.0` becomes `1.0.0.0`.
    package static func version(_ text: String) -> String {
        var parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        while parts.count < 4 { parts.append("0") }
        return parts.joined(separator: ".")
    }
}
