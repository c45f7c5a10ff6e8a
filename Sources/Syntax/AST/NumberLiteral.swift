/// The value of a number literal (about_Numeric_Literals). Its suffix, or else its size, selects the type.
public enum NumberLiteral: Sendable, Hashable {
    case int8(Int8)
    case uint8(UInt8)
    case int16(Int16)
    case uint16(UInt16)
    case int32(Int32)
    case uint32(UInt32)
    case int64(Int64)
    case uint64(UInt64)
    case double(Double)
    case decimal(DecimalLiteral)
    case bigInteger(BigIntegerLiteral)
}

/// A System.Decimal: `magnitude / 10^scale`.
public struct DecimalLiteral: Sendable, Hashable {
    /// Whether the number is below zero, or is a negative zero.
    public let isNegative: Bool
    /// The digits as a whole number of at most 96 bits.
    public let magnitude: UInt128
    /// The number of digits behind the point, 0 to 28.
    public let scale: Int
}

/// A System.Numerics.BigInteger.
public struct BigIntegerLiteral: Sendable, Hashable {
    /// Whether the number is below zero.
    public let isNegative: Bool
    /// The magnitude, least significant word first, without leading zero words; empty for zero.
    public let words: [UInt64]
}
