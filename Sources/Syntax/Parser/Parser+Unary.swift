import SourceText

/// Where an expression stands, which decides what may follow its parts without white space.
enum Surroundings {
    case expression
    case argument
    case string
    case hereString
}

extension Parser {
    /// Whether an expression rather than a command begins at the cursor, the beginning of a pipeline element (about_Parsing).
    func startsExpression() -> Bool {
        let first = peek()
        switch first {
        case Byte.dollar:
            let next = peek(1)
            return next == Byte.openParen || next == Byte.openBrace || next == Byte.dollar || next == Byte.caret
                || next == Byte.question || next == Byte.colon || identifierLength(at: position + 1) > 0
        case Byte.at, Byte.openParen, Byte.openBracket, Byte.openBrace, Byte.comma, Byte.bang: return true
        case Byte.plus: return startsSigned(at: position + 1)
        case _ where singleQuoteLength(at: position) > 0 || doubleQuoteLength(at: position) > 0: return true
        case _ where Byte.isDigit(first) || first == Byte.dot:
            return redirectionAhead() == nil && isNumberAlone(at: position)
        default: break
        }
        let dash = dashLength(at: position)
        guard dash > 0 else { return false }
        if let (name, _) = dashedName() { return Self.unaryOperators[name] != nil }
        let next = position + dash
        // `-_x` and `-?` are words, as `-name` is.
        if byte(at: next) == Byte.question || identifierLength(at: next) > 0, !Byte.isDigit(byte(at: next)) { return false }
        return startsSigned(at: next)
    }

    /// Whether a sign at an element's begin is an operator, whatever stands behind it: `+ 'a'` is an expression and `+x` an error, where
    /// `-7z` is a command's name and `+=` belongs to an assignment that has no target.
    private func startsSigned(at offset: Int) -> Bool {
        if byte(at: offset) == Byte.equals { return false }
        return numberLength(at: offset) == 0 || isNumberAlone(at: offset)
    }

    /// Whether the number at an offset is not the beginning of a word: `7z` and `1.2.3` are words.
    private func isNumberAlone(at offset: Int) -> Bool {
        let length = numberLength(at: offset)
        guard length > 0 else { return false }
        let next = offset + length
        if identifierLength(at: next) > 0 { return false }
        switch byte(at: next) {
        case Byte.dot:
            return byte(at: next + 1) == Byte.dot || identifierLength(at: next + 1) > 0 && !Byte.isDigit(byte(at: next + 1))
        // What no operator begins with goes on with the word.
        case 0x5C, Byte.colon, Byte.dollar, Byte.at, Byte.backtick, UInt8(ascii: "~"), UInt8(ascii: "^"):
            return endsWord(at: next + 1)
        case _ where singleQuoteLength(at: next) > 0 || doubleQuoteLength(at: next) > 0: return false
        default: return true
        }
    }

    /// An operand with its prefix operators and casts.
    mutating func parseUnary() -> Expression? {
        guard enter() else {
            leave()
            return .error(span(from: position))
        }
        let siblings = linkHeight
        linkHeight = 0
        defer {
            linkHeight = max(linkHeight, siblings)
            leave()
        }
        if pendingBrackets != nil || peek() == Byte.openBracket { return parseCast() }
        let start = position
        switch peek() {
        case Byte.bang: return parseOperator(.not, length: 1, from: start)
        case Byte.comma where !isCommaDisabled:
            position += 1
            skipNewlines()
            guard let element = parseUnary() else {
                reportMissing(.missingExpressionAfterOperator(","), at: SourceSpan(start: start, end: start + 1))
                return .error(span(from: start))
            }
            return .array(ArrayLiteral(elements: [element], span: span(from: start)))
        case Byte.plus where peek(1) == Byte.plus: return parseOperator(.preIncrement, length: 2, from: start)
        case Byte.plus: return parseOperator(.plus, length: 1, from: start)
        default: break
        }
        let dash = dashLength(at: start)
        if dash > 0 {
            if let (name, length) = dashedName() {
                guard let unary = Self.unaryOperators[name] else { return nil }
                return parseOperator(unary, length: length, from: start)
            }
            if numberLength(at: start + dash) > 0 { return parseNumber(signLength: dash).map { parsePostfix($0, in: .expression) } }
            let second = dashLength(at: start + dash)
            if second > 0 { return parseOperator(.preDecrement, length: dash + second, from: start) }
            return Byte.isLetter(byte(at: start + dash)) ? nil : parseOperator(.minus, length: dash, from: start)
        }
        return parsePrimary().map { parsePostfix($0, in: .expression) }
    }

    private mutating func parseOperator(_ unary: UnaryExpression.Operator, length: Int, from start: Int) -> Expression {
        position = start + length
        record(.operator, from: start)
        let operatorSpan = span(from: start)
        skipNewlines()
        guard let operand = parseUnary() else {
            reportMissing(.missingExpressionAfterOperator(file.text(of: operatorSpan)), at: operatorSpan)
            return .error(operatorSpan)
        }
        if unary == .preIncrement || unary == .preDecrement { checkIncrement(operand, operatorSpan) }
        return .unary(UnaryExpression(operator: unary, operand: operand, span: span(from: start)))
    }

    /// Reports an operand that `++` or `--` cannot change.
    mutating func checkIncrement(_ operand: Expression, _ operatorSpan: SourceSpan) {
        if case .error = operand { return }
        switch Self.target(operand) {
        case nil, .list: report(.operatorRequiresVariable(file.text(of: operatorSpan)), operatorSpan)
        default: break
        }
    }

    /// `[type] operand`, `[Attribute()] [type] $x`, or a type literal.
    private mutating func parseCast() -> Expression? {
        let brackets: BracketList
        if let pending = pendingBrackets {
            brackets = pending
            pendingBrackets = nil
        } else if let parsed = parseBrackets() {
            brackets = parsed
        } else {
            return .error(span(from: position))
        }
        let afterBrackets = position
        if brackets.endsInAttribute { skipNewlines() } else { skipTrivia() }
        let startsMember =
            peek() == Byte.colon && peek(1) == Byte.colon || peek() == Byte.dot && peek(1) != Byte.dot && position == afterBrackets
        var items = brackets.items
        var operand: Expression
        // `[int], [string]` is an array of types: a comma does not begin an operand.
        if !startsMember, peek() != Byte.comma, let found = parseUnary() {
            operand = found
        } else if case .type(let type)? = items.last {
            position = afterBrackets
            items.removeLast()
            operand = parsePostfix(.type(type), in: .expression)
        } else {
            position = afterBrackets
            if case .attribute(let attribute)? = items.last {
                // At the end of the text param or the attribute's operand may still come.
                report(.unexpectedAttribute(attribute.name.name), attribute.span, isIncomplete: isOnlyTriviaLeft)
            }
            return .error(SourceSpan(start: brackets.start, end: afterBrackets))
        }
        for item in items.reversed() {
            switch item {
            case .type(let type):
                if type.name.lowercased() == "ordered", type.arrayRanks.isEmpty {
                    if case .hashtable = operand {} else { report(.orderedWithoutHashLiteral, type.span.union(operand.span)) }
                }
                operand = .convert(ConvertExpression(type: type, operand: operand, span: type.span.union(operand.span)))
            case .attribute(let attribute):
                operand = .attributed(
                    AttributedExpression(attribute: attribute, operand: operand, span: attribute.span.union(operand.span))
                )
            }
        }
        return operand
    }
}
