/// Reads numbers as about_Numeric_Literals describes them: decimal, hexadecimal and binary, with type suffixes and multipliers.
enum NumberScanner {
    /// A longer text is not read as a number, because converting digits takes quadratic time.
    static let maximumDigitCount = 4096

    private enum Suffix {
        case int8, uint8, int16, uint16, int64, uint64, unsigned, bigInteger, decimal
    }

    /// The length in bytes of the number at an offset, including its suffixes; 0 if there is none.
    static func length(in bytes: [UInt8], from offset: Int) -> Int {
        Cursor(bytes: bytes, position: offset).scan().map { $0.end - offset } ?? 0
    }

    /// The value of a number without its sign; nil if the text is no number, or is too large for the type of its suffix.
    static func value(of text: [UInt8], isNegative: Bool) -> NumberLiteral? {
        guard text.count <= maximumDigitCount, let parts = Cursor(bytes: text, position: 0).scan(), parts.end == text.count
        else { return nil }
        if parts.radix == 10, parts.hasFraction || parts.hasExponent { return real(text, parts, isNegative) }
        return whole(text, parts, isNegative)
    }

    // MARK: Scanning

    private struct Parts {
        var radix = 10
        /// The digits, with point and exponent, without prefix and suffixes.
        var digits: Range<Int>
        var hasFraction = false
        var hasExponent = false
        var suffix: Suffix?
        /// The exponent of the multiplier, a power of 1024: 1 for `kb`, 5 for `pb`.
        var multiplierPower = 0
        var end: Int
    }

    private struct Cursor {
        let bytes: [UInt8]
        var position: Int

        func peek(_ distance: Int = 0) -> UInt8 {
            let index = position + distance
            return index < bytes.count ? Byte.lowercased(bytes[index]) : 0
        }

        consuming func scan() -> Parts? {
            var parts: Parts
            if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") {
                position += 2
                parts = digits(radix: 16)
            } else if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "b"), peek(2) == 0x30 || peek(2) == 0x31 {
                position += 2
                parts = digits(radix: 2)
            } else {
                parts = decimal()
            }
            guard !parts.digits.isEmpty else { return nil }
            suffixes(&parts)
            parts.end = position
            return parts
        }

        private mutating func digits(radix: Int) -> Parts {
            let start = position
            while case let byte = peek(),
                radix == 16 ? Byte.isDigit(byte) || 0x61...0x66 ~= byte : byte == 0x30 || byte == 0x31
            {
                position += 1
            }
            return Parts(radix: radix, digits: start..<position, end: position)
        }

        /// Whether an exponent (`e2`, `e-2`) stands at a distance from here. It tells `1.e2`, a number, from `1.ToString`, a
        /// member.
        private func isExponent(at distance: Int) -> Bool {
            let sign = peek(distance + 1) == Byte.plus || peek(distance + 1) == Byte.dash ? 1 : 0
            return peek(distance) == UInt8(ascii: "e") && Byte.isDigit(peek(distance + 1 + sign))
        }

        private mutating func decimal() -> Parts {
            let start = position
            var parts = Parts(digits: start..<start, end: start)
            while Byte.isDigit(peek()) { position += 1 }
            if peek() == Byte.dot, Byte.isDigit(peek(1)) {
                parts.hasFraction = true
                position += 1
                while Byte.isDigit(peek()) { position += 1 }
            } else if peek() == Byte.dot, position > start, peek(1) != Byte.dot, !Byte.isLetter(peek(1)) || isExponent(at: 1),
                peek(1) != Byte.underscore,
                peek(1) != Byte.openParen, peek(1) != Byte.dollar, peek(1) < 0x80, peek(1) != Byte.slash, peek(1) != 0x5C
            {
                parts.hasFraction = true
                position += 1
            }
            if peek() == UInt8(ascii: "e") {
                let sign = peek(1) == Byte.plus || peek(1) == Byte.dash ? 1 : 0
                if Byte.isDigit(peek(1 + sign)) {
                    parts.hasExponent = true
                    position += 1 + sign
                    while Byte.isDigit(peek()) { position += 1 }
                }
            }
            parts.digits = start..<position
            return parts
        }

        private mutating func suffixes(_ parts: inout Parts) {
            switch (peek(), peek(1)) {
            case (UInt8(ascii: "u"), UInt8(ascii: "y")): take(.uint8, 2, &parts)
            case (UInt8(ascii: "u"), UInt8(ascii: "s")): take(.uint16, 2, &parts)
            case (UInt8(ascii: "u"), UInt8(ascii: "l")): take(.uint64, 2, &parts)
            case (UInt8(ascii: "u"), _): take(.unsigned, 1, &parts)
            case (UInt8(ascii: "y"), _): take(.int8, 1, &parts)
            case (UInt8(ascii: "s"), _): take(.int16, 1, &parts)
            case (UInt8(ascii: "l"), _): take(.int64, 1, &parts)
            case (UInt8(ascii: "n"), _): take(.bigInteger, 1, &parts)
            case (UInt8(ascii: "d"), _): take(.decimal, 1, &parts)
            default: break
            }
            guard peek(1) == UInt8(ascii: "b"), let power = [UInt8]("kmgtp".utf8).firstIndex(of: peek()) else { return }
            parts.multiplierPower = power + 1
            position += 2
        }

        private mutating func take(_ suffix: Suffix, _ length: Int, _ parts: inout Parts) {
            parts.suffix = suffix
            position += length
        }
    }

    // MARK: Values

    private static func real(_ text: [UInt8], _ parts: Parts, _ isNegative: Bool) -> NumberLiteral? {
        if parts.suffix == .decimal {
            guard let value = DecimalLiteral(digits: text[parts.digits], isNegative: isNegative) else { return nil }
            return value.multiplied(by: multiplier(parts)).map { .decimal($0) }
        }
        var written = text[parts.digits]
        if written.last == Byte.dot { written.removeLast() }
        if written.first == Byte.dot { written.insert(0x30, at: written.startIndex) }
        guard let magnitude = Double(String(decoding: written, as: UTF8.self)) else { return nil }
        let value = (isNegative ? -magnitude : magnitude) * Double(multiplier(parts))
        guard parts.suffix != nil else { return .double(value) }
        let rounded = value.rounded(.toNearestOrEven)
        guard rounded.isFinite, abs(rounded) < 1e38 else { return nil }
        return typed(UInt128(abs(rounded)), isNegative: rounded < 0, parts)
    }

    private static func multiplier(_ parts: Parts) -> UInt128 { UInt128(1) << UInt128(10 * parts.multiplierPower) }

    private static func whole(_ text: [UInt8], _ parts: Parts, _ isNegative: Bool) -> NumberLiteral? {
        let digits = text[parts.digits]
        if parts.suffix == .bigInteger {
            return .bigInteger(
                BigIntegerLiteral(digits: digits, radix: parts.radix, multiplier: multiplier(parts), isNegative: isNegative))
        }
        guard var magnitude = magnitude(digits, radix: parts.radix) else { return beyond(digits, parts, isNegative) }
        var negative = isNegative
        if parts.radix != 10, let width = signedWidth(digits.count, parts), magnitude >> UInt128(width - 1) == 1 {
            // With as many digits as its type has bits, a number is in two's complement: 0xFFFFFFFF is -1.
            magnitude = (UInt128(1) << UInt128(width)) - magnitude
            negative.toggle()
        }
        let (product, overflow) = magnitude.multipliedReportingOverflow(by: multiplier(parts))
        if overflow { return beyond(digits, parts, isNegative) }
        return typed(product, isNegative: negative, parts)
    }

    private static func signedWidth(_ digitCount: Int, _ parts: Parts) -> Int? {
        let bits = parts.radix == 16 ? digitCount * 4 : digitCount
        switch parts.suffix {
        case nil: return bits == 32 || bits == 64 ? bits : nil
        case .int8: return bits == 8 ? 8 : nil
        case .int16: return bits == 16 ? 16 : nil
        case .int64: return bits == 64 ? 64 : nil
        default: return nil
        }
    }

    private static func magnitude(_ digits: ArraySlice<UInt8>, radix: Int) -> UInt128? {
        var value: UInt128 = 0
        for digit in digits {
            let (product, overflow) = value.multipliedReportingOverflow(by: UInt128(radix))
            let (sum, carried) = product.addingReportingOverflow(UInt128(digitValue(digit)))
            if overflow || carried { return nil }
            value = sum
        }
        return value
    }

    static func digitValue(_ digit: UInt8) -> UInt8 { Byte.isDigit(digit) ? digit - 0x30 : Byte.lowercased(digit) &- 0x57 }

    /// A whole number of more than 128 bits: a double if no suffix selects a type, otherwise nil.
    private static func beyond(_ digits: ArraySlice<UInt8>, _ parts: Parts, _ isNegative: Bool) -> NumberLiteral? {
        guard parts.suffix == nil, parts.radix == 10, let value = Double(String(decoding: digits, as: UTF8.self)) else {
            return nil
        }
        return .double((isNegative ? -value : value) * Double(multiplier(parts)))
    }

    private static func typed(_ magnitude: UInt128, isNegative: Bool, _ parts: Parts) -> NumberLiteral? {
        func signed<T: FixedWidthInteger & SignedInteger>(_: T.Type) -> T? {
            guard magnitude <= UInt128(1) << 120 else { return nil }
            return T(exactly: isNegative ? -Int128(magnitude) : Int128(magnitude))
        }
        func unsigned<T: FixedWidthInteger & UnsignedInteger>(_: T.Type) -> T? {
            isNegative && magnitude != 0 ? nil : T(exactly: magnitude)
        }
        switch parts.suffix {
        case .int8: return signed(Int8.self).map { .int8($0) }
        case .uint8: return unsigned(UInt8.self).map { .uint8($0) }
        case .int16: return signed(Int16.self).map { .int16($0) }
        case .uint16: return unsigned(UInt16.self).map { .uint16($0) }
        case .int64: return signed(Int64.self).map { .int64($0) }
        case .uint64: return unsigned(UInt64.self).map { .uint64($0) }
        case .unsigned:
            return unsigned(UInt32.self).map { .uint32($0) } ?? unsigned(UInt64.self).map { .uint64($0) }
        case .decimal:
            return magnitude >> 96 == 0 ? .decimal(DecimalLiteral(isNegative: isNegative, magnitude: magnitude, scale: 0)) : nil
        case .bigInteger:
            return .bigInteger(BigIntegerLiteral(isNegative: isNegative, magnitude: magnitude))
        case nil:
            if let value = signed(Int32.self) { return .int32(value) }
            if let value = signed(Int64.self) { return .int64(value) }
            if magnitude >> 96 == 0 { return .decimal(DecimalLiteral(isNegative: isNegative, magnitude: magnitude, scale: 0)) }
            return .double(isNegative ? -Double(magnitude) : Double(magnitude))
        }
    }
}

extension NumberLiteral {
    /// The number that a text denotes as a literal, with an optional sign and without white space; nil for any other text.
    /// Conversions of strings use it too: `[int] '0x1F'`, `'1kb' + 1`.
    public static func parse(_ text: String) -> NumberLiteral? {
        var bytes = Array(text.utf8)
        var isNegative = false
        if let first = bytes.first, first == Byte.dash || first == Byte.plus {
            isNegative = first == Byte.dash
            bytes.removeFirst()
        }
        guard let first = bytes.first, Byte.isDigit(first) || first == Byte.dot else { return nil }
        return NumberScanner.value(of: bytes, isNegative: isNegative)
    }
}

extension DecimalLiteral {
    /// Rounds digits, which may have a point and an exponent, to 96 bits; nil if the number is too large for that.
    init?(digits: ArraySlice<UInt8>, isNegative: Bool) {
        var magnitude: UInt128 = 0
        var scale = 0
        var isFraction = false
        var exponent = 0
        var index = digits.startIndex
        var isFull = false
        var roundUp = false
        while index < digits.endIndex {
            let byte = digits[index]
            index += 1
            if byte == Byte.dot {
                isFraction = true
            } else if Byte.isDigit(byte) {
                let next = magnitude &* 10 &+ UInt128(byte &- 0x30)
                if isFull || next >> 96 != 0 {
                    // Further digits behind the point only round; a whole number with so many digits is no decimal.
                    if !isFraction { return nil }
                    if !isFull { roundUp = byte >= 0x35 }
                    isFull = true
                } else {
                    magnitude = next
                    if isFraction { scale += 1 }
                }
            } else {
                exponent = Int(String(decoding: digits[index...].filter { $0 != Byte.plus }, as: UTF8.self)) ?? Int.max
                break
            }
        }
        if roundUp { magnitude += 1 }
        guard abs(clamped(exponent)) < 1000 else { return nil }
        scale -= exponent
        while scale > 28, magnitude > 0 {
            magnitude = (magnitude + 5) / 10
            scale -= 1
        }
        while scale < 0 {
            magnitude *= 10
            scale += 1
            if magnitude >> 96 != 0 { return nil }
        }
        guard magnitude >> 96 == 0 else { return nil }
        self.init(isNegative: isNegative, magnitude: magnitude, scale: min(scale, 28))
    }

    func multiplied(by factor: UInt128) -> DecimalLiteral? {
        let (product, overflow) = magnitude.multipliedReportingOverflow(by: factor)
        guard !overflow, product >> 96 == 0 else { return nil }
        return DecimalLiteral(isNegative: isNegative, magnitude: product, scale: scale)
    }
}

private func clamped(_ value: Int) -> Int { max(-1_000_000, min(1_000_000, value)) }

extension BigIntegerLiteral {
    init(isNegative: Bool, magnitude: UInt128) {
        let words = [UInt64(truncatingIfNeeded: magnitude), UInt64(truncatingIfNeeded: magnitude >> 64)]
        self.init(isNegative: isNegative, words: Self.trimmed(words))
    }

    init(digits: ArraySlice<UInt8>, radix: Int, multiplier: UInt128, isNegative: Bool) {
        var words: [UInt64] = []
        for digit in digits { Self.multiply(&words, by: UInt64(radix), adding: UInt64(NumberScanner.digitValue(digit))) }
        Self.multiply(&words, by: UInt64(truncatingIfNeeded: multiplier), adding: 0)
        self.init(isNegative: isNegative, words: Self.trimmed(words))
    }

    private static func multiply(_ words: inout [UInt64], by factor: UInt64, adding addend: UInt64) {
        var carry = addend
        for index in words.indices {
            let (high, low) = words[index].multipliedFullWidth(by: factor)
            let (sum, overflow) = low.addingReportingOverflow(carry)
            words[index] = sum
            carry = high &+ (overflow ? 1 : 0)
        }
        if carry > 0 { words.append(carry) }
    }

    private static func trimmed(_ words: [UInt64]) -> [UInt64] {
        var trimmed = words
        while trimmed.last == 0 { trimmed.removeLast() }
        return trimmed
    }
}
