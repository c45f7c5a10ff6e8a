/// Numbers in strings: `'12'`, `' 0x1F '`, `'1e3'`, `'2kb'`, `'1,000'`.
public enum NumberText {
    /// Int32, Int64, Decimal (whole numbers past Int64) or Double, the first that fits; nil where the text is no number.
    public static func parse(_ text: String) -> Value? {
        if let quick = Int32(text) { return .int(quick) }
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
        let lower = digits.lowercased()
        if lower.hasPrefix("0x") { return hexadecimal(digits.dropFirst(2), isNegative: sign < 0) }
        var multiplier: Double = 1
        for (suffix, power) in [("kb", 1), ("mb", 2), ("gb", 3), ("tb", 4), ("pb", 5)] where lower.hasSuffix(suffix) {
            for _ in 0..<power { multiplier *= 1024 }
            digits = digits.dropLast(2)
        }
        if digits == "Infinity" || digits == "∞" { return .double(sign * .infinity) }
        if digits == "NaN" { return .double(.nan) }
        guard let first = digits.first, first.isASCII, first.isNumber || first == "." else { return nil }
        let plain = digits.contains(",") ? String(digits.filter { $0 != "," }) : String(digits)
        guard let number = Double(plain) else { return nil }
        let value = sign * number * multiplier
        if multiplier != 1, let whole = Int64(exactly: value) { return Value.integer(Int(whole)) }
        if multiplier == 1, plain.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            if let wide = Int64(sign < 0 ? "-" + plain : plain) { return Value.integer(Int(wide)) }
            if let decimal = DecimalNumber(sign < 0 ? "-" + plain : plain) { return .decimal(decimal) }
        }
        return .double(value)
    }

    private static func hexadecimal(_ digits: Substring, isNegative: Bool) -> Value? {
        guard let hex = UInt64(digits, radix: 16) else { return nil }
        if hex <= UInt32.max { return .int(Int32(bitPattern: UInt32(hex)) &* (isNegative ? -1 : 1)) }
        return .long(isNegative ? 0 &- Int64(bitPattern: hex) : Int64(bitPattern: hex))
    }
}
