/// The value of a number as written: its type by suffix and magnitude, nothing rounded that its type can hold.
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

/// A decimal number as .NET keeps it: `magnitude / 10^scale`.
public struct DecimalLiteral: Sendable, Hashable {
    public let isNegative: Bool
    /// At most 96 bits.
    public let magnitude: UInt128
    /// 0 through 28.
    public let scale: Int
}

/// A whole number of any size.
public struct BigIntegerLiteral: Sendable, Hashable {
    public let isNegative: Bool
    /// The magnitude, least significant word first, without leading zero words; empty for zero.
    public let words: [UInt64]
}
