import Formatting
import SourceText

/// The cells of a terminal that a text takes, as `$Host.UI.RawUI` counts them: unlike a listing, it counts control characters that stay.
enum BufferCells {
    /// - Parameter understandsEscapes: the terminal obeys control sequences (ECMA-48) instead of showing them.
    static func count(_ text: String, understandsEscapes: Bool) -> Int {
        var rest = Substring(text).unicodeScalars[...]
        var shown = ""
        var controls = 0
        while let scalar = rest.first {
            if understandsEscapes, let length = sequence(rest) {
                rest = rest.dropFirst(length)
                continue
            }
            if scalar.isControl { controls += 1 } else { shown.unicodeScalars.append(scalar) }
            rest = rest.dropFirst()
        }
        return DisplayWidth.width(shown) + controls
    }

    /// How many scalars the control sequence has that a text begins with; nil where it begins with none.
    private static func sequence(_ text: Substring.UnicodeScalarView) -> Int? {
        let scalars = Array(text.prefix(longest))
        let opening = scalars.first?.value == 0x9B ? 1 : scalars.starts(with: ["\u{1B}", "["]) ? 2 : 0
        guard opening > 0 else { return nil }
        var place = opening
        while place < scalars.count, (0x30...0x3F) ~= scalars[place].value { place += 1 }
        while place < scalars.count, (0x20...0x2F) ~= scalars[place].value { place += 1 }
        return place < scalars.count && (0x40...0x7E) ~= scalars[place].value ? place + 1 : nil
    }

    private static let longest = 64
}
