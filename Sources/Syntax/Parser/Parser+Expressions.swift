import SourceText

/// Expressions: the ternary operator, binary operators by precedence, and the comma.
extension Parser {
    /// An expression; nil without moving if none begins here.
    mutating func parseExpression() -> Expression? {
        guard enter() else {
            leave()
            return .error(span(from: position))
        }
        defer { leave() }
        guard let condition = parseBinary(from: 1) else { return nil }
        let afterCondition = position
        skipTrivia()
        guard peek() == Byte.question, peek(1) != Byte.question else {
            position = afterCondition
            return condition
        }
        return parseTernary(condition)
    }

    private mutating func parseTernary(_ condition: Expression) -> Expression {
        let question = position
        position += 1
        record(.operator, from: question)
        skipNewlines()
        guard let whenTrue = parseExpression() else {
            reportMissing(.expectedValueExpression("?"), at: SourceSpan(start: question, end: question + 1))
            return .error(condition.span.union(span(from: question)))
        }
        skipNewlines()
        guard peek() == Byte.colon else {
            reportMissing(.unexpectedTernary)
            return .error(condition.span.union(whenTrue.span))
        }
        let colon = position
        position += 1
        record(.operator, from: colon)
        skipNewlines()
        guard let whenFalse = parseExpression() else {
            reportMissing(.expectedValueExpression(":"), at: SourceSpan(start: colon, end: colon + 1))
            return .error(condition.span.union(span(from: colon)))
        }
        return .ternary(
            TernaryExpression(
                condition: condition, whenTrue: whenTrue, whenFalse: whenFalse, span: condition.span.union(whenFalse.span)
            )
        )
    }

    /// Operands joined by operators whose precedence is at least `lowest`.
    private mutating func parseBinary(from lowest: Int) -> Expression? {
        guard let first = parseArrayLiteral() else { return nil }
        return parseBinary(behind: first, from: lowest)
    }

    private mutating func parseBinary(behind first: Expression, from lowest: Int) -> Expression? {
        var left = first
        while true {
            let afterOperand = position
            skipTrivia()
            guard let (next, _) = peekBinaryOperator(), next.precedence >= lowest else {
                position = afterOperand
                return left
            }
            let precedence = next.precedence
            var terms: [BinaryExpression.Term] = []
            while true {
                let afterTerm = position
                skipTrivia()
                guard let (found, length) = peekBinaryOperator(), found.precedence == precedence else {
                    position = afterTerm
                    break
                }
                let start = position
                position += length
                let operatorSpan = span(from: start)
                record(.operator, from: start)
                skipNewlines()
                guard let operand = parseOperand(of: found.kind, above: precedence) else {
                    reportMissing(.expectedValueExpression(file.text(of: operatorSpan)), at: operatorSpan)
                    position = max(Int(operatorSpan.end), start)
                    return .error(left.span.union(operatorSpan))
                }
                terms.append(BinaryExpression.Term(operator: found, operatorSpan: operatorSpan, operand: operand))
            }
            guard let last = terms.last else { return left }
            left = .binary(BinaryExpression(first: left, terms: terms, span: left.span.union(last.operand.span)))
        }
    }

    private mutating func parseOperand(of kind: BinaryOperator.Kind, above precedence: Int) -> Expression? {
        // Behind a type operator, brackets are a type literal and not a cast of what follows.
        if kind == .is || kind == .isNot || kind == .as, peek() == Byte.openBracket, let type = parseTypeLiteral() {
            return parseBinary(behind: parsePostfix(.type(type), in: .expression), from: precedence + 1)
        }
        return parseBinary(from: precedence + 1)
    }

    /// `a, b, c`, or a single operand.
    private mutating func parseArrayLiteral() -> Expression? {
        guard let first = parseUnary() else { return nil }
        guard !isCommaDisabled else { return first }
        var elements: [Expression] = []
        while true {
            let afterElement = position
            skipTrivia()
            guard peek() == Byte.comma else {
                position = afterElement
                break
            }
            if elements.isEmpty { elements.append(first) }
            let comma = position
            position += 1
            skipNewlines()
            guard let element = parseUnary() else {
                reportMissing(.missingExpressionAfterToken(","), at: SourceSpan(start: comma, end: comma + 1))
                position = max(position, comma + 1)
                break
            }
            elements.append(element)
        }
        guard let last = elements.last else { return first }
        return .array(ArrayLiteral(elements: elements, span: first.span.union(last.span)))
    }
}
