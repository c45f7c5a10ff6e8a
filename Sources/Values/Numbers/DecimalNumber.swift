/// System.Decimal: a whole number of up to 96 bits over a power of ten up to 28, with the digits that it was written with (`1.20`).
public struct DecimalNumber: Sendable, Hashable {
    public let isNegative: Bool
    /// At most 96 bits.
    public let magnitude: UInt128
    /// Digits behind the point, 0 through 28.
    public let scale: Int

    public static let largestMagnitude: UInt128 = (1 << 96) - 1
    public static let largestScale = 28

    /// A number that fits as it stands.
    public init(isNegative: Bool = false, magnitude: UInt128, scale: Int = 0) {
        self.isNegative = isNegative && magnitude != 0
        self.magnitude = magnitude
        self.scale = scale
    }

    public init?(_ number: Int128) {
        guard number.magnitude <= Self.largestMagnitude else { return nil }
        self.init(isNegative: number < 0, magnitude: number.magnitude)
    }

    /// Fifteen significant digits of a double, as .NET converts it; nil where it is too large or no number.
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

    public var double: Double { Double(text) ?? 0 }

    /// The magnitude with its sign.
    var signed: Int128 { isNegative ? -Int128(magnitude) : Int128(magnitude) }

    /// The whole number nearest, halves to even (`toward zero` where said).
    public func whole(truncating: Bool = false) -> Int128 {
        let power = Self.power(of: scale)
        var quotient = magnitude / power
        let remainder = magnitude % power
        if !truncating, remainder * 2 > power || (remainder * 2 == power && quotient & 1 == 1) { quotient += 1 }
        return isNegative ? -Int128(quotient) : Int128(quotient)
    }

    /// 10 to the power of 0 through 28.
    static func power(of exponent: Int) -> UInt128 {
        var power: UInt128 = 1
        for _ in 0..<min(max(exponent, 0), 38) { power *= 10 }
        return power
    }

    /// With fewer digits behind the point.
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

    /// Both as whole numbers over the larger of the two scales.
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

    public static func + (a: DecimalNumber, b: DecimalNumber) throws -> DecimalNumber {
        let (x, y, scale) = try aligned(a, b)
        return try fit(try x.adding(y), scale)
    }

    public static func - (a: DecimalNumber, b: DecimalNumber) throws -> DecimalNumber {
        let (x, y, scale) = try aligned(a, b)
        return try fit(try x.subtracting(y), scale)
    }

    public static func * (a: DecimalNumber, b: DecimalNumber) throws -> DecimalNumber {
        try fit(try BigInteger.from(a.signed).multiplied(by: BigInteger.from(b.signed)), a.scale + b.scale)
    }

    /// The divisor must not be zero. As many digits as it takes to be exact, at most 28 behind the point.
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
        // Two digits more than are kept, and a third that says whether anything followed: rounding is then right.
        let extra = largestScale + 2 - min(scale, largestScale)
        let wide = try dividend.multiplied(by: try ten.power(UInt32(extra))).dividedWithRemainder(by: divisor)
        var quotient = try wide.quotient.multiplied(by: ten)
        if !wide.remainder.isZero { quotient = try quotient.adding(BigInteger.from(1)) }
        let rounded = try fit(negative ? try quotient.negated() : quotient, scale + extra + 1)
        return rounded.withoutTrailingZeros(downTo: scale)
    }

    /// The divisor must not be zero. The result has the dividend's sign.
    public static func % (a: DecimalNumber, b: DecimalNumber) throws -> DecimalNumber {
        let (x, y, scale) = try aligned(a, b)
        return try fit(try x.dividedWithRemainder(by: y).remainder, scale)
    }

    public var negated: DecimalNumber { DecimalNumber(isNegative: !isNegative, magnitude: magnitude, scale: scale) }

    private func withoutTrailingZeros(downTo least: Int) -> DecimalNumber {
        var (magnitude, scale) = (magnitude, scale)
        while scale > least, magnitude % 10 == 0 {
            magnitude /= 10
            scale -= 1
        }
        return DecimalNumber(isNegative: isNegative, magnitude: magnitude, scale: scale)
    }

    /// -1, 0 or 1.
    public func order(_ other: DecimalNumber) -> Int {
        guard let (x, y, _) = try? Self.aligned(self, other) else { return 0 }
        return x < y ? -1 : x > y ? 1 : 0
    }
}
