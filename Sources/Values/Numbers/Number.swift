/// A number of any type, taken out of its `Value`: arithmetic and comparison compute with it where no fast path applies.
enum Number {
    case whole(Int128, WholeKind)
    /// System.Single counts as a double: PowerShell computes in doubles.
    case real(Double)
    case decimal(DecimalNumber)
    case big(BigInteger)

    /// nil for a value that is no number by itself (a string, a boolean).
    init?(_ value: Value) {
        switch value {
        case .int(let number): self = .whole(Int128(number), .int32)
        case .long(let number): self = .whole(Int128(number), .int64)
        case .double(let number): self = .real(number)
        case .fixed(let number):
            switch number {
            case .int8(let number): self = .whole(Int128(number), .int8)
            case .uint8(let number): self = .whole(Int128(number), .uint8)
            case .int16(let number): self = .whole(Int128(number), .int16)
            case .uint16(let number): self = .whole(Int128(number), .uint16)
            case .uint32(let number): self = .whole(Int128(number), .uint32)
            case .uint64(let number): self = .whole(Int128(number), .uint64)
            case .single(let number): self = .real(Double(number))
            }
        case .object(let object):
            switch object {
            case let object as DecimalObject: self = .decimal(object.number)
            case let object as BigIntegerObject: self = .big(object.number)
            default: return nil
            }
        default: return nil
        }
    }

    var double: Double {
        switch self {
        case .whole(let number, _): Double(number)
        case .real(let number): number
        case .decimal(let number): number.double
        case .big(let number): number.double
        }
    }

    /// The nearest whole number, halves to even; nil where 128 bits do not hold it.
    var whole: Int128? {
        switch self {
        case .whole(let number, _): number
        case .real(let number): Int128(exactly: number.rounded(.toNearestOrEven))
        case .decimal(let number): number.whole()
        case .big(let number): number.int128
        }
    }

    func decimal() throws -> DecimalNumber {
        let made: DecimalNumber? =
            switch self {
            case .whole(let number, _): DecimalNumber(number)
            case .real(let number): DecimalNumber(number)
            case .decimal(let number): number
            case .big(let number): DecimalNumber(number.text())
            }
        if let made { return made }
        throw ValueError(
            "Value was either too large or too small for a Decimal.", id: "RuntimeException", exception: "System.OverflowException",
            category: "NotSpecified")
    }

    func big() throws -> BigInteger {
        switch self {
        case .whole(let number, _): return try .from(number)
        case .real(let number):
            if let made = try BigInteger.truncating(number) { return made }
            throw ValueError(
                "BigInteger cannot represent infinity or NaN.", id: "OverflowException", exception: "System.OverflowException")
        case .decimal(let number): return try .from(number.whole(truncating: true))
        case .big(let number): return number
        }
    }

    /// -1, 0 or 1 as the number is less than, equal to or greater than the other; 1 where one of them is NaN.
    func order(_ other: Number) -> Int {
        switch (self, other) {
        case (.whole(let a, _), .whole(let b, _)): return a < b ? -1 : a > b ? 1 : 0
        case (.real, _), (_, .real): return double < other.double ? -1 : double == other.double ? 0 : 1
        case (.big, _), (_, .big):
            guard let a = try? big(), let b = try? other.big() else { return 1 }
            return a < b ? -1 : a == b ? 0 : 1
        default:
            guard let a = try? decimal(), let b = try? other.decimal() else { return 1 }
            return a.order(b)
        }
    }
}
