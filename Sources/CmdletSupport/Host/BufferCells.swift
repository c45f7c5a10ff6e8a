import Formatting
import SourceText

/// Counts the terminal's cells that a text takes, as `$Host.UI.RawUI.LengthInBufferCells` does. Unlike the width that listings use,
/// it counts a control character as one cell.
enum BufferCells {
    /// The number of cells.
    /// - Parameter understandsEscapes: whether the terminal obeys control sequences (ECMA-48) instead of showing them; they count
    ///   no cells then.
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

    /// The length, in scalars, of the CSI sequence that a text begins with (ECMA-48, 5.4); nil if it begins with none, or with one
    /// of more than 64 scalars.
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
