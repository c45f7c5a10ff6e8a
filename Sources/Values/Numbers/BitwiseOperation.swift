/// -band, -bor, -bxor, -bnot, -shl and -shr (about_Arithmetic_Operators, Bitwise Operators).
public enum BitwiseOperation: Sendable {
    case and, or, xor

    /// The result of `left -band right`, `-bor` or `-bxor`. Doubles and decimals are rounded to whole numbers first; an enumeration on the
    /// left gives the result its type.
    /// - Throws: `ValueError` if an operand is no number or exceeds a UInt64; what the operator method of a script's class throws.
    public func apply(_ left: Value, _ right: Value) throws -> Value {
        if case .int(let a) = left, case .int(let b) = right { return .int(combine(a, b)) }
        if let done = try ClassOperator.apply(method, left, right) { return done }
        let (a, b) = (try Self.operand(Self.named(left, beside: right)), try Self.operand(Self.named(right, beside: left)))
        let result: Value
        switch (a, b) {
        case (.big, _), (_, .big):
            let (x, y) = (try a.big(), try b.big())
            result = .big(self == .and ? try x.and(y) : self == .or ? try x.or(y) : try x.xor(y))
        default:
            guard case .whole(let x, let kind) = try Self.whole(a), case .whole(let y, let other) = try Self.whole(b) else {
                throw ValueError.cannotConvert(left, to: "System.Int64")
            }
            result = (WholeKind.common((x, kind), (y, other)) ?? .uint64).truncated(combine(x, y))
        }
        if case .object(let flags as EnumObject) = left {
            return .object(EnumObject(flags.type, rawValue: try Conversion.integer(result)))
        }
        return result
    }

    private var method: String {
        switch self {
        case .and: "op_BitwiseAnd"
        case .or: "op_BitwiseOr"
        case .xor: "op_ExclusiveOr"
        }
    }

    /// A string beside an enumeration's value is the name of one of its values: `$attributes -band 'Hidden'`.
    private static func named(_ value: Value, beside other: Value) throws -> Value {
        guard let text = value.text, let flags = other.asObject(EnumObject.self), NumberText.parse(text) == nil else {
            return value
        }
        return try Conversion.convert(value, to: flags.type)
    }

    private func combine<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
        switch self {
        case .and: a & b
        case .or: a | b
        case .xor: a ^ b
        }
    }

    /// `-bnot value`. The result is an Int32 at least.
    /// - Throws: `ValueError` if the operand is no number or exceeds a UInt64; what `op_OnesComplement` of a script's class throws.
    public static func complement(_ value: Value) throws -> Value {
        if let done = try ClassOperator.apply("op_OnesComplement", value) { return done }
        switch try operand(value) {
        case .big(let number): return .big(try number.complement())
        case let number:
            guard case .whole(let whole, let kind) = try Self.whole(number) else { return value }
            return max(kind, .int32).truncated(~whole)
        }
    }

    /// `left -shl right` or `left -shr right`. The count is taken modulo the width of the left operand's type (32 or 64 bits), as .NET
    /// does; a BigInteger shifts by the whole count.
    /// - Throws: `ValueError` if an operand is no number, or the left one exceeds a UInt64; OverflowException if a BigInteger would become
    ///   too large; what the operator method of a script's class throws.
    public static func shift(_ left: Value, _ right: Value, leftward: Bool) throws -> Value {
        if let done = try ClassOperator.apply(leftward ? "op_LeftShift" : "op_RightShift", left, right) { return done }
        let count = try Conversion.integer(right)
        switch try operand(left) {
        case .big(let number):
            let places = Int(clamping: count)
            return .big(try number.shifted(by: leftward ? places : -places))
        case let number:
            guard case .whole(let whole, let kind) = try Self.whole(number) else { return left }
            let wide = max(kind, .int32)
            let places = Int128(count & Int64(wide.width - 1))
            return wide.truncated(leftward ? whole << places : whole >> places)
        }
    }

    private static func operand(_ value: Value) throws -> Number {
        guard let number = Number(try Conversion.number(value)) else { throw ValueError.cannotConvert(value, to: "System.Int32") }
        return number
    }

    /// A double or decimal as the narrowest of Int32, Int64 and UInt64 that holds it.
    private static func whole(_ number: Number) throws -> Number {
        if case .whole = number { return number }
        guard let whole = number.whole, let kind = [WholeKind.int32, .int64, .uint64].first(where: { $0.range.contains(whole) })
        else {
            throw ValueError(
                "Value was either too large or too small for a UInt64.", id: "RuntimeException",
                exception: "System.OverflowException")
        }
        return .whole(whole, kind)
    }
}

extension WholeKind: Comparable {
    static func < (left: WholeKind, right: WholeKind) -> Bool { left.rawValue < right.rawValue }
}
