/// A string that equals its other-case spellings; hashes ASCII without making a lower-case copy.
struct FoldedString: Hashable {
    let text: String
    init(_ text: String) { self.text = text }

    static func == (left: FoldedString, right: FoldedString) -> Bool { left.text.equalsIgnoringCase(right.text) }

    func hash(into hasher: inout Hasher) {
        var copy = text
        let ascii = copy.withUTF8 { bytes -> Bool in
            for byte in bytes where byte >= 0x80 { return false }
            var word: UInt64 = 0
            var count: UInt64 = 0
            for byte in bytes {
                let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
                word = word << 8 | UInt64(lower)
                count &+= 1
                if count & 7 == 0 { hasher.combine(word) }
            }
            hasher.combine(word)
            hasher.combine(count)
            return true
        }
        if !ascii { hasher.combine(text.lowercased()) }
    }
}
