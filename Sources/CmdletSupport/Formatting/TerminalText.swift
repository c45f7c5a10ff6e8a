/// Makes text safe to send to a terminal.
public enum TerminalText {
    /// The text with C0 (but newline and tab), DEL, C1 and bidirectional controls made visible: C0 as Control Pictures (U+2400 and
    /// on), the others as U+FFFD.
    public static func sanitized(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isControl(scalar) {
                result += scalar.value < 0x20 ? String(UnicodeScalar(0x2400 + scalar.value).map(Character.init) ?? "?") : "\u{FFFD}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
        default: false
        }
    }
}
