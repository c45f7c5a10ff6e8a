/// An operator between two operands (about_Operators).
public struct BinaryOperator: Sendable, Hashable {
    /// The operation, whichever way its case was written.
    public enum Kind: Sendable, Hashable, CaseIterable {
        case add, subtract, multiply, divide, remainder
        case range, format, coalesce
        case and, or, xor
        case bitwiseAnd, bitwiseOr, bitwiseXor, shiftLeft, shiftRight
        case equal, notEqual, greater, greaterOrEqual, less, lessOrEqual
        case like, notLike, match, notMatch, replace
        case contains, notContains, `in`, notIn
        case split, join
        /// Type operators: the right operand is a type literal, or an expression whose value is a type or a type's name.
        case `is`, isNot, `as`
    }

    /// How the operator's case was written: `-eq`, `-ieq` or `-ceq`. The first two mean the same.
    public enum Case: Sendable, Hashable {
        /// `-eq` and operators without such forms; `-ieq`; `-ceq`.
        case unstated, insensitive, sensitive
    }

    /// The operation.
    public let kind: Kind
    /// How the case was written; `unstated` for operators that have no such forms.
    public let writtenCase: Case

    /// Whether strings are compared case-sensitively: only if the `c` was written.
    public var isCaseSensitive: Bool { writtenCase == .sensitive }

    init(_ kind: Kind, _ writtenCase: Case = .unstated) {
        self.kind = kind
        self.writtenCase = writtenCase
    }

    /// How tightly the operator binds, 1 to 8, higher first (about_Operator_Precedence): range, format, product, sum, coalescing,
    /// comparison, bitwise, logical.
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
