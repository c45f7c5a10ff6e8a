extension String {
    /// Equality as -eq compares strings: without regard to case, ordinal otherwise.
    public func equalsIgnoringCase(_ other: String) -> Bool {
        var left = self
        var right = other
        let quick: Bool? = left.withUTF8 { a in
            right.withUTF8 { b in
                var ascii = true
                let shared = Swift.min(a.count, b.count)
                var place = 0
                while place < shared {
                    let x = a[place]
                    let y = b[place]
                    if x | y >= 0x80 {
                        ascii = false
                        break
                    }
                    if x != y {
                        let lowerX = x &- 0x41 < 26 ? x | 0x20 : x
                        let lowerY = y &- 0x41 < 26 ? y | 0x20 : y
                        if lowerX != lowerY { return false }
                    }
                    place += 1
                }
                if ascii { return a.count == b.count }
                return nil
            }
        }
        if let quick { return quick }
        return lowercased() == other.lowercased()
    }

    /// Whether the text starts with another, without regard to case.
    public func hasPrefixIgnoringCase(_ prefix: String) -> Bool { lowercased().hasPrefix(prefix.lowercased()) }

    /// The text without blanks, tabs and line ends at both ends.
    public func trimmingSpaces() -> String {
        var slice = self[...]
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}
