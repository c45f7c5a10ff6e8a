import Syntax
import Values

/// Lowers operators.
extension Compiler {
    func binary(_ node: BinaryExpression) -> Evaluate {
        var left = expression(node.first)
        var leftSource: Expression? = node.first
        for term in node.terms {
            left = apply(term.operator, left, leftSource, term.operand)
            leftSource = nil
        }
        return left
    }

    private func apply(_ operation: BinaryOperator, _ left: @escaping Evaluate, _ leftSource: Expression?, _ operand: Expression)
        -> Evaluate
    {
        let sensitive = operation.isCaseSensitive
        if let quick = quickInteger(operation, leftSource, operand) { return quick }
        let right = expression(operand)
        switch operation.kind {
        case .add: return { try Arithmetic.add(try left($0), try right($0)) }
        case .subtract: return { try Arithmetic.subtract(try left($0), try right($0)) }
        case .multiply: return { try Arithmetic.multiply(try left($0), try right($0)) }
        case .divide: return { try Arithmetic.divide(try left($0), try right($0)) }
        case .remainder: return { try Arithmetic.remainder(try left($0), try right($0)) }
        case .range: return { try RangeOperator.values(try left($0), try right($0)) }
        case .format: return { .string(try CompositeFormat.format(try left($0).displayText, FormatOperands.list(try right($0)))) }
        case .coalesce:
            return { frame in
                let value = try left(frame)
                return value.isNull ? try right(frame) : value
            }
        case .and: return { .bool(Conversion.bool(try left($0)) ? Conversion.bool(try right($0)) : false) }
        case .or: return { .bool(Conversion.bool(try left($0)) ? true : Conversion.bool(try right($0))) }
        case .xor: return { .bool(Conversion.bool(try left($0)) != Conversion.bool(try right($0))) }
        case .bitwiseAnd: return { try BitwiseOperation.and.apply(try left($0), try right($0)) }
        case .bitwiseOr: return { try BitwiseOperation.or.apply(try left($0), try right($0)) }
        case .bitwiseXor: return { try BitwiseOperation.xor.apply(try left($0), try right($0)) }
        case .shiftLeft: return { try BitwiseOperation.shift(try left($0), try right($0), leftward: true) }
        case .shiftRight: return { try BitwiseOperation.shift(try left($0), try right($0), leftward: false) }
        case .equal, .notEqual, .greater, .greaterOrEqual, .less, .lessOrEqual:
            let compare = ComparisonOperator.test(operation.kind, ignoreCase: !sensitive)
            return { frame in try ComparisonOperator.apply(try left(frame), try right(frame), compare) }
        case .like, .notLike:
            let negated = operation.kind == .notLike
            return { frame in
                let pattern = Wildcard(try right(frame).displayText, ignoreCase: !sensitive)
                return try ComparisonOperator.apply(try left(frame), .null) { value, _ in
                    pattern.matches(value.displayText) != negated
                }
            }
        case .match, .notMatch:
            let negated = operation.kind == .notMatch
            return { frame in
                try MatchOperator.match(try left(frame), try right(frame), ignoreCase: !sensitive, negated: negated, frame)
            }
        case .replace:
            return { frame in try ReplaceOperator.replace(try left(frame), try right(frame), ignoreCase: !sensitive, frame) }
        case .contains, .notContains:
            let negated = operation.kind == .notContains
            return { frame in
                .bool(ComparisonOperator.contains(try left(frame), try right(frame), ignoreCase: !sensitive) != negated)
            }
        case .in, .notIn:
            let negated = operation.kind == .notIn
            return { frame in
                let element = try left(frame)
                return .bool(ComparisonOperator.contains(try right(frame), element, ignoreCase: !sensitive) != negated)
            }
        case .split: return { frame in try SplitOperator.split(try left(frame), try right(frame), ignoreCase: !sensitive, frame) }
        case .join:
            return { frame in
                let elements = try left(frame).enumeratedOrSelf.map(\.displayText)
                return .string(elements.joined(separator: try right(frame).displayText))
            }
        case .is, .isNot:
            let negated = operation.kind == .isNot
            return { frame in .bool(try TypeOperator.isInstance(try left(frame), try right(frame), frame.engine) != negated) }
        case .as:
            return { frame in
                let value = try left(frame)
                let type = try TypeOperator.type(try right(frame), frame.engine)
                return (try? frame.engine.convert(value, to: type)) ?? .null
            }
        }
    }

    /// An operator on a local variable and a constant Int32, as in most counting loops, without a call while the variable holds an
    /// Int32. nil for other operands.
    private func quickInteger(_ operation: BinaryOperator, _ left: Expression?, _ right: Expression) -> Evaluate? {
        guard let left, let slot = localSlot(left), case .number(let literal) = right, case .int32(let constant) = literal.value
        else { return nil }
        let slow = expression(left)
        switch operation.kind {
        case .add:
            return { frame in
                if case .int(let number) = frame.scope.slots[slot] {
                    let (sum, overflow) = number.addingReportingOverflow(constant)
                    if !overflow { return .int(sum) }
                }
                return try Arithmetic.add(try slow(frame), .int(constant))
            }
        case .remainder where constant > 0:
            return { frame in
                if case .int(let number) = frame.scope.slots[slot] { return .int(number % constant) }
                return try Arithmetic.remainder(try slow(frame), .int(constant))
            }
        default: return nil
        }
    }

    /// The slot of an unqualified local variable; nil for automatic variables that are computed, and other expressions.
    func localSlot(_ expression: Expression) -> Int? {
        guard case .variable(let node) = expression, node.scope == nil, !node.isSplatted else { return nil }
        switch node.name.lowercased() {
        case "true", "false", "null", "?", "psitem", "pscommandpath", "psscriptroot": return nil
        default: return layout.slotOrNew(node.name)
        }
    }

    /// A comparison as a condition, deciding two Int32s without a call; nil for other operators.
    func comparisonTest(_ node: BinaryExpression) -> Test? {
        let term = node.terms[0]
        let decide: (Int32, Int32) -> Bool
        switch term.operator.kind {
        case .equal: decide = { $0 == $1 }
        case .notEqual: decide = { $0 != $1 }
        case .less: decide = { $0 < $1 }
        case .lessOrEqual: decide = { $0 <= $1 }
        case .greater: decide = { $0 > $1 }
        case .greaterOrEqual: decide = { $0 >= $1 }
        default: return nil
        }
        let left = expression(node.first)
        let compare = ComparisonOperator.test(term.operator.kind, ignoreCase: !term.operator.isCaseSensitive)
        if let slot = localSlot(node.first), case .number(let literal) = term.operand, case .int32(let constant) = literal.value {
            return { frame in
                if case .int(let number) = frame.scope.slots[slot] { return decide(number, constant) }
                return Conversion.bool(try ComparisonOperator.apply(try left(frame), .int(constant), compare))
            }
        }
        let right = expression(term.operand)
        return { frame in
            let a = try left(frame)
            let b = try right(frame)
            if case .int(let x) = a, case .int(let y) = b { return decide(x, y) }
            return Conversion.bool(try ComparisonOperator.apply(a, b, compare))
        }
    }

    func unary(_ node: UnaryExpression) -> Evaluate {
        switch node.operator {
        case .preIncrement, .preDecrement, .postIncrement, .postDecrement: return step(node)
        default: break
        }
        let operand = expression(node.operand)
        switch node.operator {
        case .plus: return { try Conversion.number(try operand($0)) }
        case .minus: return { try Arithmetic.negate(try operand($0)) }
        case .not: return { .bool(!Conversion.bool(try operand($0))) }
        case .bitwiseNot: return { try BitwiseOperation.complement(try operand($0)) }
        case .join: return { .string(try operand($0).enumeratedOrSelf.map(\.displayText).joined()) }
        case .split, .caseSensitiveSplit:
            return { frame in
                let words = try operand(frame).enumeratedOrSelf.flatMap { $0.displayText.split(whereSeparator: \.isWhitespace) }
                return .array(words.map { .string(String($0)) })
            }
        default: return operand
        }
    }

    /// `++` and `--`, before or behind anything that can be assigned; `$null` counts as 0.
    private func step(_ node: UnaryExpression) -> Evaluate {
        let isIncrement = node.operator == .preIncrement || node.operator == .postIncrement
        let isPost = node.operator == .postIncrement || node.operator == .postDecrement
        let amount: Int32 = isIncrement ? 1 : -1
        let read = expression(node.operand)
        guard let write = storeExpression(node.operand) else {
            return { _ in
                throw ValueError(
                    "The operator works only on variables or on properties.", id: "OperatorRequiresVariableOrProperty",
                    category: "InvalidOperation")
            }
        }
        let slow: Evaluate = { frame in
            let old = try read(frame)
            let number: Value = old.isNull ? .int(0) : try Conversion.number(old)
            let new = try Arithmetic.add(number, .int(amount))
            try write(frame, new)
            return isPost ? (old.isNull ? .int(0) : old) : new
        }
        guard let slot = localSlot(node.operand) else { return slow }
        return { frame in
            if case .int(let number) = frame.scope.slots[slot] {
                let (new, overflow) = number.addingReportingOverflow(amount)
                if !overflow {
                    try frame.scope.set(slot: slot, .int(new))
                    return .int(isPost ? number : new)
                }
            }
            return try slow(frame)
        }
    }
}
