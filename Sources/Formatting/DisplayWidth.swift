import SourceText

/// The number of terminal columns that a text takes: two for wide East Asian characters and emoji, none for combining marks and
/// escape sequences.
public enum DisplayWidth {
    /// The columns of a text.
    public static func width(_ text: String) -> Int {
        // Fast path: in printable ASCII, bytes are columns.
        var text = text
        let ascii = text.withUTF8 { bytes -> Int? in
            for byte in bytes where byte < 0x20 || byte >= 0x7F { return nil }
            return bytes.count
        }
        if let ascii { return ascii }
        var width = 0
        var rest = Substring(text)
        while let character = rest.first {
            if character == "\u{1B}" {
                rest = dropEscape(rest)
            } else {
                width += columns(character)
                rest.removeFirst()
            }
        }
        return width
    }

    /// The longest prefix of a text that takes at most that many columns.
    public static func prefix(_ text: String, columns: Int) -> String {
        var used = 0
        var rest = Substring(text)
        while let character = rest.first {
            if character == "\u{1B}" {
                rest = dropEscape(rest)
                continue
            }
            used += self.columns(character)
            if used > columns { return String(text[..<rest.startIndex]) }
            rest.removeFirst()
        }
        return text
    }

    /// The longest suffix of a text that takes at most that many columns. Escape sequences in it count as characters.
    public static func suffix(_ text: String, columns: Int) -> String {
        var used = 0
        var start = text.endIndex
        while start > text.startIndex {
            let previous = text.index(before: start)
            used += self.columns(text[previous])
            if used > columns { break }
            start = previous
        }
        return String(text[start...])
    }

    /// The columns of a grapheme cluster: those of its widest scalar.
    static func columns(_ character: Character) -> Int {
        var widest = 0
        for scalar in character.unicodeScalars { widest = max(widest, columns(scalar)) }
        return widest
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if scalar.isControl { return 0 }
        if value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        return isWide(value) ? 2 : 1
    }

    /// East Asian Width W and F (Unicode Standard Annex 11), by blocks, and the emoji blocks.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF,
            0x1B000...0x1B16F, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// The text behind the escape sequence (CSI, or ESC and one character) with which it begins.
    private static func dropEscape(_ text: Substring) -> Substring {
        var rest = text.dropFirst()
        guard rest.first == "[" else { return rest.dropFirst(rest.isEmpty ? 0 : 1) }
        rest.removeFirst()
        while let character = rest.first {
            rest.removeFirst()
            if let value = character.unicodeScalars.first?.value, 0x40...0x7E ~= value { break }
        }
        return rest
    }
}
