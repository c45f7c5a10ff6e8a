/// System.Decimal: a whole number of up to 96 bits over a power of ten up to 28, with the digits that it was written with (`1.20`).
public struct DecimalNumber: Sendable, Hashable {
    /// Whether the number is less than zero. Zero is never negative.
    public let isNegative: Bool
    /// The digits as a whole number of at most 96 bits: the number is `magnitude` / 10^`scale`.
    public let magnitude: UInt128
    /// How many of the digits stand behind the decimal point, 0 through 28.
    public let scale: Int

    /// 2^96 - 1, the magnitude of Decimal.MaxValue.
    public static let largestMagnitude: UInt128 = (1 << 96) - 1
    /// The most digits behind the decimal point.
    public static let largestScale = 28

    /// A number from its parts, which must be in range.
    public init(isNegative: Bool = false, magnitude: UInt128, scale: Int = 0) {
        self.isNegative = isNegative && magnitude != 0
        self.magnitude = magnitude
        self.scale = scale
    }

    /// A whole number; nil where it takes more than 96 bits.
    public init?(_ number: Int128) {
        guard number.magnitude <= Self.largestMagnitude else { return nil }
        self.init(isNegative: number < 0, magnitude: number.magnitude)
    }

    /// A double rounded to 15 significant digits, as .NET converts it; nil where it is too large, infinite or NaN.
    public init?(_ number: Double) {
        guard number.isFinite, abs(number) < 7.9228162514264338e28 else { return nil }
        guard let made = Self(NumberFormat.significant(number, 15)) else { return nil }
        self = made.withoutTrailingZeros(downTo: 0)
    }

    /// Digits with an optional sign, point and exponent; digits past the 28th place are rounded half to even. Nil where the text is no
    /// number or too large.
    public init?(_ text: String) {
        var rest = Substring(text)
        var negative = false
        if let sign = rest.first, sign == "-" || sign == "+" {
            negative = sign == "-"
            rest.removeFirst()
        }
        var shift = 0
        if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            guard let power = Int(rest[rest.index(after: mark)...]), abs(power) < 1000 else { return nil }
            shift = power
            rest = rest[..<mark]
        }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = parts.first ?? ""
        let fraction = parts.count > 1 ? parts[1] : ""
        var digits = String(whole + fraction)
        guard !digits.isEmpty, digits.count < 2000, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        var scale = fraction.count - shift
        if scale < 0 {
            digits += String(repeating: "0", count: -scale)
            scale = 0
        }
        guard let big = try? BigInteger.parse(digits), let made = Self.fitted(negative, big, scale) else { return nil }
        self = made
    }

    /// Brings a number of any size into range, dropping digits behind the point half to even; nil where it is too large.
    static func fitted(_ isNegative: Bool, _ magnitude: BigInteger, _ scale: Int) -> DecimalNumber? {
        guard let ten = try? BigInteger.from(10), let limit = try? BigInteger.from(Int128(largestMagnitude)) else { return nil }
        var drop = max(0, scale - largestScale)
        while true {
            guard let power = try? ten.power(UInt32(clamping: drop)), let halves = try? magnitude.dividedWithRemainder(by: power)
            else {
                return nil
            }
            var quotient = halves.quotient
            if drop > 0, let twice = try? halves.remainder.adding(halves.remainder),
                twice > power || (twice == power && quotient.isOdd)
            {
                guard let one = try? BigInteger.from(1), let next = try? quotient.adding(one) else { return nil }
                quotient = next
            }
            if quotient <= limit, let small = quotient.int128 {
                return DecimalNumber(isNegative: isNegative, magnitude: UInt128(small), scale: scale - drop)
            }
            drop += max(1, (quotient.bitWidth - 97) * 3 / 10)
            if drop > scale { return nil }
        }
    }

    /// The digits as .NET prints them, trailing zeros kept.
    public var text: String {
        var digits = String(magnitude)
        if scale > 0 {
            if digits.count <= scale { digits = String(repeating: "0", count: scale - digits.count + 1) + digits }
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
        }
        return isNegative ? "-" + digits : digits
    }

    /// The nearest double.
    public var double: Double { Double(text) ?? 0 }

    /// The magnitude with its sign.
    var signed: Int128 { isNegative ? -Int128(magnitude) : Int128(magnitude) }

    /// The nearest whole number, halves to even.
    /// - Parameter truncating: cut the fraction off instead of rounding.
    public func whole(truncating: Bool = false) -> Int128 {
        let power = Self.power(of: scale)
        var quotient = magnitude / power
        let remainder = magnitude % power
        if !truncating, remainder * 2 > power || (remainder * 2 == power && quotient & 1 == 1) { quotient += 1 }
        return isNegative ? -Int128(quotient) : Int128(quotient)
    }

    /// 10 to the power of `exponent`, which is limited to 0 through 38.
    static func power(of exponent: Int) -> UInt128 {
        var power: UInt128 = 1
        for _ in 0..<min(max(exponent, 0), 38) { power *= 10 }
        return power
    }

    /// The number rounded to fewer digits behind the decimal point, halves to even; unchanged where it has no more than `places`.
    /// - Parameter awayFromZero: round halves away from zero instead.
    public func rounded(to places: Int, awayFromZero: Bool = false) -> DecimalNumber {
        guard places >= 0, places < scale else { return self }
        let power = Self.power(of: scale - places)
        var quotient = magnitude / power
        let twice = magnitude % power * 2
        if twice > power || (twice == power && (awayFromZero || quotient & 1 == 1)) { quotient += 1 }
        return DecimalNumber(isNegative: isNegative, magnitude: quotient, scale: places)
    }
}

// MARK: Arithmetic

extension DecimalNumber {
    private static var overflow: ValueError {
        var error = ValueError(
            "Value was either too large or too small for a Decimal.", id: "RuntimeException", category: "NotSpecified")
        error.innerExceptionType = "System.OverflowException"
        return error
    }

    /// Both numbers as whole numbers over the same power of ten, the larger of their scales.
    private static func aligned(_ a: DecimalNumber, _ b: DecimalNumber) throws -> (BigInteger, BigInteger, Int) {
        let scale = max(a.scale, b.scale)
        let ten = try BigInteger.from(10)
        let wide = { (number: DecimalNumber) in
            try BigInteger.from(number.signed).multiplied(by: try ten.power(UInt32(scale - number.scale)))
        }
        return (try wide(a), try wide(b), scale)
    }

    private static func fit(_ number: BigInteger, _ scale: Int) throws -> DecimalNumber {
        guard let made = fitted(number.isNegative, number.isNegative ? try number.negated() : number, scale) else { throw overflow }
        return made
    }

    /// The sum.
    /// - Throws: `ValueError` with the inner exception System.OverflowException if it is beyond Decimal's range.
    public static func + (a: DecimalNumber, b: DecimalNumber) throws -> DecimalNumber {
        let (x, y, scale) = try aligned(a, b)
        return try fit(try x.adding(y), scale)
    }

    /// The difference.
    /// - Throws: `ValueError` with the inner exception System.OverflowException if it is beyond Decimal's range.
    public static func - (a: DecimalNumber, b: DecimalNumber) throws -> DecimalNumber {
        let (x, y, scale) = try aligned(a, b)
        return try fit(try x.subtracting(y), scale)
    }

    /// The product, rounded half to even to at most 28 digits behind the decimal point.
    /// - Throws: `ValueError` with the inner exception System.OverflowException if it is beyond Decimal's range.
    public static func * (a: DecimalNumber, b: DecimalNumber) throws -> DecimalNumber {
        try fit(try BigInteger.from(a.signed).multiplied(by: BigInteger.from(b.signed)), a.scale + b.scale)
    }

    /// The quotient, with as many digits behind the decimal point as it takes to be exact, at most 28. The divisor must not be zero.
    /// - Throws: `ValueError` with the inner exception System.OverflowException if it is beyond Decimal's range; OverflowException for a
    ///   divisor of zero.
    public static func / (a: DecimalNumber, b: DecimalNumber) throws -> DecimalNumber {
        let ten = try BigInteger.from(10)
        var dividend = try BigInteger.from(Int128(a.magnitude))
        let divisor = try BigInteger.from(Int128(b.magnitude))
        var scale = a.scale - b.scale
        if scale < 0 {
            dividend = try dividend.multiplied(by: try ten.power(UInt32(-scale)))
            scale = 0
        }
        let exact = try dividend.dividedWithRemainder(by: divisor)
        let negative = a.isNegative != b.isNegative
        if exact.remainder.isZero { return try fit(negative ? try exact.quotient.negated() : exact.quotient, scale) }
        // Computes two digits more than the result keeps, and a third one that is 1 if the quotient goes on behind them, so that a quotient
        // just above a half is not rounded as a half.
        let extra = largestScale + 2 - min(scale, largestScale)
        let wide = try dividend.multiplied(by: try ten.power(UInt32(extra))).dividedWithRemainder(by: divisor)
        var quotient = try wide.quotient.multiplied(by: ten)
        if !wide.remainder.isZero { quotient = try quotient.adding(BigInteger.from(1)) }
        let rounded = try fit(negative ? try quotient.negated() : quotient, scale + extra + 1)
        return rounded.withoutTrailingZeros(downTo: scale)
    }

    /// The remainder, which has the dividend's sign. The divisor must not be zero.
    /// - Throws: `ValueError` OverflowException for a divisor of zero.
    public static func % (a: DecimalNumber, b: DecimalNumber) throws -> DecimalNumber {
        let (x, y, scale) = try aligned(a, b)
        return try fit(try x.dividedWithRemainder(by: y).remainder, scale)
    }

    /// The number with the other sign.
    public var negated: DecimalNumber { DecimalNumber(isNegative: !isNegative, magnitude: magnitude, scale: scale) }

    private func withoutTrailingZeros(downTo least: Int) -> DecimalNumber {
        var (magnitude, scale) = (magnitude, scale)
        while scale > least, magnitude % 10 == 0 {
            magnitude /= 10
            scale -= 1
        }
        return DecimalNumber(isNegative: isNegative, magnitude: magnitude, scale: scale)
    }

    /// -1, 0 or 1 as the number is less than, equal to or greater than the other.
    public func order(_ other: DecimalNumber) -> Int {
        guard let (x, y, _) = try? Self.aligned(self, other) else { return 0 }
        return x < y ? -1 : x > y ? 1 : 0
    }
}
