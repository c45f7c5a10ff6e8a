/// Text of files, guests, containers and scripts, made safe for a terminal: the one filter of control characters.
///
/// Each caller says what may stay. Escape sequences never do: what is to be coloured is coloured after this.
package enum TerminalText {
    /// The control characters that stay as they are.
    package struct Kept: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// Line feeds.
        package static let newline = Kept(rawValue: 1)
        /// Tabs.
        package static let tab = Kept(rawValue: 2)
        /// Marks that turn the direction of text: of languages written from right to left, and of nobody else's text.
        package static let directionMarks = Kept(rawValue: 4)
    }

    /// What stands in place of a control character that does not stay.
    package enum Replacement: Sendable {
        case nothing
        case questionMark
        /// The character's own picture (U+2400 and on), for a text whose reader is to see that something was there; U+FFFD where it has
        /// none.
        case picture
    }

    /// The text without control characters (`Unicode.Scalar.isTerminalControl`) but for those kept.
    package static func sanitized(
        _ text: String, keeping kept: Kept = [.newline, .tab], replacing replacement: Replacement = .picture
    ) -> String {
        guard text.unicodeScalars.contains(where: { $0.isTerminalControl && !stays($0, kept) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard scalar.isTerminalControl, !stays(scalar, kept) else {
                result.append(scalar)
                continue
            }
            switch replacement {
            case .nothing: break
            case .questionMark: result.append("?")
            case .picture: result.append(picture(scalar))
            }
        }
        return String(result)
    }

    private static func stays(_ scalar: Unicode.Scalar, _ kept: Kept) -> Bool {
        switch scalar {
        case "\n": kept.contains(.newline)
        case "\t": kept.contains(.tab)
        default: !scalar.isControl && kept.contains(.directionMarks)
        }
    }

    private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" : scalar.value == 0x7F ? "\u{2421}" : "\u{FFFD}"
    }
}

extension Unicode.Scalar {
    /// Unicode's general category Cc: C0, DEL and C1.
    package var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }

    /// What a terminal obeys instead of showing it: control characters, and the marks that turn the direction of the text around them.
    package var isTerminalControl: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
