import CTomMath

/// System.Numerics.BigInteger, over LibTomMath. A class around the library's number, since that owns memory; never changed once made.
///
/// Swift's BigInt package was left out: it imports the whole of Foundation, which would quadruple the executable.
public final class BigInteger: @unchecked Sendable {
    // Unchecked: LibTomMath's number is written only while the object is being made.
    private let number: UnsafeMutablePointer<mp_int>

    /// The largest result in bits (8 MiB): a larger one is an error instead of exhausted memory.
    private static let longestBits = 64 << 20

    private init() throws {
        number = .allocate(capacity: 1)
        guard mp_init(number) == MP_OKAY else {
            number.deallocate()
            throw ValueError(
                "There is not enough memory for the number.", id: "OutOfMemory", exception: "System.OutOfMemoryException")
        }
    }

    deinit {
        mp_clear(number)
        number.deallocate()
    }

    private static func make(_ body: (UnsafeMutablePointer<mp_int>) -> mp_err) throws -> BigInteger {
        let result = try BigInteger()
        guard body(result.number) == MP_OKAY else {
            throw ValueError("The number could not be computed.", id: "OverflowException", exception: "System.OverflowException")
        }
        return result
    }

    /// Parses digits in a radix from 2 to 16, with an optional minus sign; nil where the text is no number.
    /// - Throws: `ValueError` OutOfMemory or OverflowException if LibTomMath cannot allocate the number.
    public static func parse(_ text: String, radix: Int32 = 10) throws -> BigInteger? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
        guard !digits.isEmpty, digits.utf8.allSatisfy({ Character(UnicodeScalar($0)).hexDigitValue.map { $0 < radix } ?? false })
        else {
            return nil
        }
        return try make { mp_read_radix($0, text, radix) }
    }

    /// A number of at most 128 bits.
    /// - Throws: `ValueError` OutOfMemory or OverflowException if LibTomMath cannot allocate the number.
    public static func from(_ value: Int128) throws -> BigInteger {
        if let small = Int64(exactly: value) {
            return try make {
                mp_set_i64($0, small); return MP_OKAY
            }
        }
        guard let number = try parse(String(value)) else { return try from(0) }
        return number
    }

    /// A number from the 64-bit words of its magnitude, least significant first.
    /// - Throws: `ValueError` OutOfMemory or OverflowException if LibTomMath cannot allocate the number.
    public static func from(words: [UInt64], isNegative: Bool) throws -> BigInteger {
        try make { number in
            let status = words.withUnsafeBufferPointer {
                mp_unpack(number, $0.count, MP_LSB_FIRST, 8, MP_NATIVE_ENDIAN, 0, $0.baseAddress)
            }
            guard status == MP_OKAY, isNegative else { return status }
            return mp_neg(number, number)
        }
    }

    /// The whole part of a double; nil for infinities and NaN.
    /// - Throws: `ValueError` OutOfMemory or OverflowException if LibTomMath cannot allocate the number.
    public static func truncating(_ value: Double) throws -> BigInteger? {
        guard value.isFinite else { return nil }
        return try make { mp_set_double($0, value.rounded(.towardZero)) }
    }

    /// The digits in a base from 2 to 64.
    public func text(radix: Int32 = 10) -> String {
        var size: Int32 = 0
        guard mp_radix_size(number, radix, &size) == MP_OKAY, size > 0 else { return "0" }
        var bytes = [CChar](repeating: 0, count: Int(size))
        guard mp_to_radix(number, &bytes, Int(size), nil, radix) == MP_OKAY else { return "0" }
        return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether the number is less than zero.
    public var isNegative: Bool { number.pointee.sign == MP_NEG }
    /// Whether the number is zero.
    public var isZero: Bool { number.pointee.used == 0 }
    /// Whether the number is odd.
    public var isOdd: Bool { number.pointee.used > 0 && number.pointee.dp[0] & 1 == 1 }
    /// How many bits the number takes without its sign.
    public var bitWidth: Int { Int(mp_count_bits(number)) }
    /// The nearest double; infinite past its range.
    public var double: Double { bitWidth > 1024 ? (isNegative ? -.infinity : .infinity) : mp_get_double(number) }

    /// The number where 128 bits hold it.
    public var int128: Int128? { bitWidth <= 127 ? Int128(text()) : nil }

    // MARK: Arithmetic

    /// The sum.
    /// - Throws: `ValueError` OutOfMemory or OverflowException if LibTomMath cannot allocate the number.
    public func adding(_ other: BigInteger) throws -> BigInteger { try Self.make { mp_add(number, other.number, $0) } }
    /// The difference.
    /// - Throws: `ValueError` OutOfMemory or OverflowException if LibTomMath cannot allocate the number.
    public func subtracting(_ other: BigInteger) throws -> BigInteger { try Self.make { mp_sub(number, other.number, $0) } }
    /// The product.
    /// - Throws: `ValueError` OverflowException if it would exceed 64 Mi bits; OutOfMemory if it cannot be allocated.
    public func multiplied(by other: BigInteger) throws -> BigInteger {
        try Self.check(bitWidth + other.bitWidth)
        return try Self.make { mp_mul(number, other.number, $0) }
    }
    /// The number with the other sign.
    /// - Throws: `ValueError` OutOfMemory or OverflowException if LibTomMath cannot allocate the number.
    public func negated() throws -> BigInteger { try Self.make { mp_neg(number, $0) } }

    /// The quotient truncated toward zero, and the remainder, which has the dividend's sign. The divisor must not be zero.
    /// - Throws: `ValueError` OverflowException for a divisor of zero; OutOfMemory if the result cannot be allocated.
    public func dividedWithRemainder(by other: BigInteger) throws -> (quotient: BigInteger, remainder: BigInteger) {
        let remainder = try BigInteger()
        let quotient = try Self.make { mp_div(number, other.number, $0, remainder.number) }
        return (quotient, remainder)
    }

    /// The number to a power.
    /// - Throws: `ValueError` OverflowException if the result would exceed 64 Mi bits; OutOfMemory if it cannot be allocated.
    public func power(_ exponent: UInt32) throws -> BigInteger {
        let (bits, overflow) = bitWidth.multipliedReportingOverflow(by: Int(exponent))
        try Self.check(overflow ? .max : bits)
        return try Self.make { mp_expt_u32(number, exponent, $0) }
    }

    /// The number to a power, modulo another number.
    /// - Throws: `ValueError` OverflowException if there is no result (a modulus of zero or less); OutOfMemory if it cannot be allocated.
    public func power(_ exponent: BigInteger, modulus: BigInteger) throws -> BigInteger {
        try Self.make { mp_exptmod(number, exponent.number, modulus.number, $0) }
    }

    /// The greatest common divisor.
    /// - Throws: `ValueError` OutOfMemory or OverflowException if LibTomMath cannot allocate the number.
    public func greatestCommonDivisor(_ other: BigInteger) throws -> BigInteger {
        try Self.make { mp_gcd(number, other.number, $0) }
    }

    // MARK: Bits

    /// Bitwise AND of the numbers in two's complement with an infinite sign extension.
    /// - Throws: `ValueError` OutOfMemory or OverflowException if LibTomMath cannot allocate the number.
    public func and(_ other: BigInteger) throws -> BigInteger { try Self.make { mp_and(number, other.number, $0) } }
    /// Bitwise OR of the numbers in two's complement with an infinite sign extension.
    /// - Throws: `ValueError` OutOfMemory or OverflowException if LibTomMath cannot allocate the number.
    public func or(_ other: BigInteger) throws -> BigInteger { try Self.make { mp_or(number, other.number, $0) } }
    /// Bitwise exclusive OR of the numbers in two's complement with an infinite sign extension.
    /// - Throws: `ValueError` OutOfMemory or OverflowException if LibTomMath cannot allocate the number.
    public func xor(_ other: BigInteger) throws -> BigInteger { try Self.make { mp_xor(number, other.number, $0) } }
    /// The number with all bits inverted, -n - 1.
    /// - Throws: `ValueError` OutOfMemory or OverflowException if LibTomMath cannot allocate the number.
    public func complement() throws -> BigInteger { try Self.make { mp_complement(number, $0) } }
    /// The number shifted by `count` bits: to the left for a positive count, arithmetically to the right for a negative one.
    /// - Throws: `ValueError` OverflowException if the result would exceed 64 Mi bits; OutOfMemory if it cannot be allocated.
    public func shifted(by count: Int) throws -> BigInteger {
        if count >= 0 {
            try Self.check(bitWidth.addingReportingOverflow(count).partialValue)
            return try Self.make { mp_mul_2d(number, Int32(clamping: count), $0) }
        }
        return try Self.make { mp_signed_rsh(number, Int32(clamping: -count), $0) }
    }

    private static func check(_ bits: Int) throws {
        guard bits >= 0, bits <= longestBits else {
            throw ValueError(
                "The number would have \(bits) bits; at most \(longestBits) are computed.", id: "OverflowException",
                exception: "System.OverflowException")
        }
    }
}

extension BigInteger: Comparable {
    /// Whether the numbers are the same.
    public static func == (left: BigInteger, right: BigInteger) -> Bool { mp_cmp(left.number, right.number) == MP_EQ }
    /// By the value.
    public static func < (left: BigInteger, right: BigInteger) -> Bool { mp_cmp(left.number, right.number) == MP_LT }
}

extension ObjectType {
    /// System.Numerics.BigInteger.
    public static let bigInteger = ObjectType(
        "System.Numerics.BigInteger", base: .valueType, isValueType: true, interfaces: numberInterfaces,
        members: NumberMembers.bigIntegerInstance, statics: NumberMembers.bigInteger, convert: { try Conversion.big($0) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Numerics.BigInteger", "bigint") { .bigInteger }
}
