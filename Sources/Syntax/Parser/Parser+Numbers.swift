import SourceText

extension Parser {
    /// The length in bytes of the number at an offset, including its suffixes; 0 if there is none.
    func numberLength(at offset: Int) -> Int {
        let first = byte(at: offset)
        guard Byte.isDigit(first) || (first == Byte.dot && Byte.isDigit(byte(at: offset + 1))) else { return 0 }
        return NumberScanner.length(in: bytes, from: offset)
    }

    /// The number at the cursor, behind a sign of that many bytes; nil without moving if there is none.
    mutating func parseNumber(signLength: Int) -> Expression? {
        let start = position
        let length = numberLength(at: start + signLength)
        guard length > 0 else { return nil }
        position = start + signLength + length
        record(.number, from: start)
        let written = text(from: start, to: position)
        let isNegative = signLength > 0 && dashLength(at: start) > 0
        let digits = bytes[(start + signLength)..<position]
        guard let value = NumberScanner.value(of: Array(digits), isNegative: isNegative) else {
            report(.badNumericConstant(written), span(from: start))
            return .error(span(from: start))
        }
        return .number(NumberConstant(value: value, text: written, span: span(from: start)))
    }
}
