/// Numbers in strings: `'12'`, `' 0x1F '`, `'1e3'`, `'2kb'`.
public enum NumberText {
    /// Int32, Int64 or Double, the first that fits; nil where the text is no number.
    public static func parse(_ text: String) -> Value? {
        let trimmed = text.trimmingSpaces()
        guard !trimmed.isEmpty else { return .int(0) }
        if let quick = Int32(trimmed) { return .int(quick) }
        if let wide = Int64(trimmed) { return .long(wide) }
        var digits = Substring(trimmed)
        var sign: Double = 1
        if digits.first == "-" || digits.first == "+" {
            sign = digits.first == "-" ? -1 : 1
            digits.removeFirst()
        }
        var multiplier: Double = 1
        let lower = digits.lowercased()
        for (suffix, power) in [("kb", 1), ("mb", 2), ("gb", 3), ("tb", 4), ("pb", 5)] where lower.hasSuffix(suffix) {
            for _ in 0..<power { multiplier *= 1024 }
            digits = digits.dropLast(2)
        }
        if lower.hasPrefix("0x") {
            guard let hex = UInt64(digits.dropFirst(2), radix: 16) else { return nil }
            if hex <= UInt32.max { return .int(Int32(bitPattern: UInt32(hex)) &* (sign < 0 ? -1 : 1)) }
            return .long(Int64(bitPattern: hex))
        }
        guard let first = digits.first, first.isASCII, first.isNumber || first == "." || digits == "Infinity" || digits == "NaN",
            let number = Double(withoutThousands(String(digits)))
        else { return nil }
        let value = sign * number * multiplier
        if multiplier != 1, let whole = Int64(exactly: value) { return Value.integer(Int(whole)) }
        return .double(value)
    }

    private static func withoutThousands(_ text: String) -> String { text.contains(",") ? text.filter { $0 != "," } : text }
}
