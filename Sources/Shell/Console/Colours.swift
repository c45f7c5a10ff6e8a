import Values

/// System.ConsoleColor as escape sequences.
enum Colours {
    private static let codes: [(name: String, code: Int)] = [
        ("Black", 30), ("DarkBlue", 34), ("DarkGreen", 32), ("DarkCyan", 36), ("DarkRed", 31), ("DarkMagenta", 35),
        ("DarkYellow", 33),
        ("Gray", 37), ("DarkGray", 90), ("Blue", 94), ("Green", 92), ("Cyan", 96), ("Red", 91), ("Magenta", 95), ("Yellow", 93),
        ("White", 97),
    ]

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
