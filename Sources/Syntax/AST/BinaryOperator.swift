/// An operator between two operands.
public struct BinaryOperator: Sendable, Hashable {
    public enum Kind: Sendable, Hashable, CaseIterable {
        case add, subtract, multiply, divide, remainder
        case range, format, coalesce
        case and, or, xor
        case bitwiseAnd, bitwiseOr, bitwiseXor, shiftLeft, shiftRight
        case equal, notEqual, greater, greaterOrEqual, less, lessOrEqual
        case like, notLike, match, notMatch, replace
        case contains, notContains, `in`, notIn
        case split, join
        /// The right operand is a type literal, or an expression that gives a type or its name.
        case `is`, isNot, `as`
    }

    /// How the operator was written: `-eq`, `-ieq` or `-ceq`. The first two mean the same.
    public enum Case: Sendable, Hashable {
        case unstated, insensitive, sensitive
    }

    public let kind: Kind
    public let writtenCase: Case

    /// Whether strings are compared with regard to case: only with the written `c`.
    public var isCaseSensitive: Bool { writtenCase == .sensitive }

    init(_ kind: Kind, _ writtenCase: Case = .unstated) {
        self.kind = kind
        self.writtenCase = writtenCase
    }

    /// How tightly the operator binds, higher first: range, format, product, sum, coalescing, comparison, bitwise, logical.
    public var precedence: Int {
        switch kind {
        case .range: 8
        case .format: 7
        case .multiply, .divide, .remainder: 6
        case .add, .subtract: 5
        case .coalesce: 4
        case .bitwiseAnd, .bitwiseOr, .bitwiseXor: 2
        case .and, .or, .xor: 1
        default: 3
        }
    }
}
