/// What `$PSStyle` makes of colours.
enum StyleColours {
    /// System.ConsoleColor's numbers as those of the terminal.
    private static let consoleColours = [0, 4, 2, 6, 1, 5, 3, 7]

    static func sequence(_ value: Value, _ plain: Int, _ bright: Int) throws -> Value {
        let number = try Conversion.integer(try Conversion.convert(value, to: .consoleColor))
        guard (0..<16).contains(number) else { return .string("") }
        // Gray is the terminal's white, DarkGray its bright black.
        return .string(StyleSection.escape("\((number < 8 ? plain : bright) + consoleColours[Int(number) % 8])"))
    }

    static func methods(_ selector: Int, _ plain: Int, _ bright: Int) -> [Member] {
        [
            .method(
                "FromRgb",
                overloads: [
                    Overload(["byte red", "byte green", "byte blue"], returns: "string") { _, arguments in
                        let parts = try (0..<3).map { try Conversion.int32(arguments[$0]) }
                        return .string(StyleSection.escape("\(selector);2;\(parts[0]);\(parts[1]);\(parts[2])"))
                    },
                    Overload(["int rgb"], returns: "string") { _, arguments in
                        let rgb = try Conversion.int32(arguments[0])
                        return .string(
                            StyleSection.escape("\(selector);2;\((rgb >> 16) & 0xFF);\((rgb >> 8) & 0xFF);\(rgb & 0xFF)"))
                    },
                ]),
            .method("FromConsoleColor", "System.ConsoleColor color", returns: "string") { _, arguments in
                try sequence(arguments[0], plain, bright)
            },
        ]
    }
}
