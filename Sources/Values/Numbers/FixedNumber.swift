/// The .NET number types of fixed width that a literal without a suffix never has, inline in a `Value`.
public enum FixedNumber: Sendable, Hashable {
    case int8(Int8)
    case uint8(UInt8)
    case int16(Int16)
    case uint16(UInt16)
    case uint32(UInt32)
    case uint64(UInt64)
    case single(Float)

    /// The number's .NET type.
    public var type: ObjectType {
        switch self {
        case .int8: .int8
        case .uint8: .uint8
        case .int16: .int16
        case .uint16: .uint16
        case .uint32: .uint32
        case .uint64: .uint64
        case .single: .single
        }
    }
}

/// The whole-number types, in the order of .NET's TypeCode, by which operands are promoted (about_Arithmetic_Operators).
enum WholeKind: Int, Sendable {
    case int8, uint8, int16, uint16, int32, uint32, int64, uint64

    var isSigned: Bool { self == .int8 || self == .int16 || self == .int32 || self == .int64 }

    var range: ClosedRange<Int128> {
        switch self {
        case .int8: Int128(Int8.min)...Int128(Int8.max)
        case .uint8: Int128(UInt8.min)...Int128(UInt8.max)
        case .int16: Int128(Int16.min)...Int128(Int16.max)
        case .uint16: Int128(UInt16.min)...Int128(UInt16.max)
        case .int32: Int128(Int32.min)...Int128(Int32.max)
        case .uint32: Int128(UInt32.min)...Int128(UInt32.max)
        case .int64: Int128(Int64.min)...Int128(Int64.max)
        case .uint64: Int128(UInt64.min)...Int128(UInt64.max)
        }
    }

    /// The type as .NET's message `Value was either too large or too small for …` names it.
    var description: String {
        switch self {
        case .int8: "a signed byte"
        case .uint8: "an unsigned byte"
        case .int16: "an Int16"
        case .uint16: "a UInt16"
        case .int32: "an Int32"
        case .uint32: "a UInt32"
        case .int64: "an Int64"
        case .uint64: "a UInt64"
        }
    }

    var type: ObjectType {
        switch self {
        case .int8: .int8
        case .uint8: .uint8
        case .int16: .int16
        case .uint16: .uint16
        case .int32: .int32
        case .uint32: .uint32
        case .int64: .int64
        case .uint64: .uint64
        }
    }

    /// The type's width in bits.
    var width: Int {
        switch self {
        case .int8, .uint8: 8
        case .int16, .uint16: 16
        case .int32, .uint32: 32
        case .int64, .uint64: 64
        }
    }

    /// The number as a value of this type; nil where it does not fit.
    func value(_ number: Int128) -> Value? {
        guard range.contains(number) else { return nil }
        return truncated(number)
    }

    /// The lowest bits of a number as a value of this type.
    func truncated(_ number: Int128) -> Value {
        switch self {
        case .int8: .fixed(.int8(Int8(truncatingIfNeeded: number)))
        case .uint8: .fixed(.uint8(UInt8(truncatingIfNeeded: number)))
        case .int16: .fixed(.int16(Int16(truncatingIfNeeded: number)))
        case .uint16: .fixed(.uint16(UInt16(truncatingIfNeeded: number)))
        case .int32: .int(Int32(truncatingIfNeeded: number))
        case .uint32: .fixed(.uint32(UInt32(truncatingIfNeeded: number)))
        case .int64: .long(Int64(truncatingIfNeeded: number))
        case .uint64: .fixed(.uint64(UInt64(truncatingIfNeeded: number)))
        }
    }

    /// The type in which two operands are computed: the wider of their types, Int32 at least. Nil, which means double, where one operand is
    /// negative and the other one's type is unsigned, as in PowerShell's binder.
    static func common(_ a: (Int128, WholeKind), _ b: (Int128, WholeKind)) -> WholeKind? {
        let wider = a.1.rawValue >= b.1.rawValue ? a.1 : b.1
        if wider.rawValue <= WholeKind.int32.rawValue { return .int32 }
        guard !wider.isSigned else { return wider }
        let hasNegative = a.0 < 0 || b.0 < 0
        if wider == .uint32 { return hasNegative ? .int64 : .uint32 }
        return hasNegative ? nil : .uint64
    }
}
