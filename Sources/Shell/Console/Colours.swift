import Values

/// The escape sequences of System.ConsoleColor's values (ECMA-48, SGR).
enum Colours {
    private static let codes: [(name: String, code: Int)] = [
        ("Black", 30), ("DarkBlue", 34), ("DarkGreen", 32), ("DarkCyan", 36), ("DarkRed", 31), ("DarkMagenta", 35),
        ("DarkYellow", 33),
        ("Gray", 37), ("DarkGray", 90), ("Blue", 94), ("Green", 92), ("Cyan", 96), ("Red", 91), ("Magenta", 95), ("Yellow", 93),
        ("White", 97),
    ]

    /// Puts a text between the sequences of its colours and a reset; unchanged if `enabled` is false or no colour is known.
    static func wrap(_ text: String, foreground: String?, background: String?, enabled: Bool) -> String {
        guard enabled else { return text }
        var start = ""
        if let code = code(foreground) { start += "\u{1B}[\(code)m" }
        if let code = code(background) { start += "\u{1B}[\(code + 10)m" }
        return start.isEmpty ? text : start + text + "\u{1B}[0m"
    }

    private static func code(_ name: String?) -> Int? {
        name.flatMap { wanted in codes.first { $0.name.equalsIgnoringCase(wanted) }?.code }
    }
}
