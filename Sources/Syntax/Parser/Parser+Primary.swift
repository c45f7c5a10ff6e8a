import SourceText

/// Operands, and the members, calls and indexes that may follow them without white space.
extension Parser {
    /// An operand; nil without moving if none begins here.
    mutating func parsePrimary() -> Expression? {
        let start = position
        switch peek() {
        case Byte.dollar where peek(1) == Byte.openParen: return parseSubexpression()
        case Byte.dollar:
            if let variable = parseVariable(in: .expression) { return .variable(variable) }
            report(.unrecognizedToken, SourceSpan(start: start, end: start + 1))
            position += 1
            return .error(span(from: start))
        case Byte.openParen: return parseParen()
        case Byte.openBrace: return .scriptBlock(parseScriptBlock())
        case Byte.at:
            if peek(1) == Byte.openParen { return parseSubexpression() }
            if peek(1) == Byte.openBrace { return parseHashtable() }
            if doubleQuoteLength(at: start + 1) > 0 { return parseHereString(isExpandable: true) }
            if singleQuoteLength(at: start + 1) > 0 { return parseHereString(isExpandable: false) }
            if let variable = parseVariable(in: .expression) {
                report(.splattingNotPermitted(variable.name), variable.span)
                return .error(variable.span)
            }
            report(.unrecognizedToken, SourceSpan(start: start, end: start + 1))
            position += 1
            return .error(span(from: start))
        case let byte where Byte.isDigit(byte) || byte == Byte.dot: return parseNumber(signLength: 0)
        case _ where singleQuoteLength(at: start) > 0:
            var builder = StringBuilder()
            parseSingleQuoted(into: &builder)
            return builder.expression(kind: .single, span: span(from: start))
        case _ where doubleQuoteLength(at: start) > 0:
            var builder = StringBuilder()
            parseDoubleQuoted(into: &builder)
            return builder.expression(kind: .double, span: span(from: start))
        default: return nil
        }
    }

    /// `( pipeline )`.
    private mutating func parseParen() -> Expression {
        let start = position
        let comma = isCommaDisabled
        isCommaDisabled = false
        defer { isCommaDisabled = comma }
        position += 1
        skipNewlines()
        let statement = parsePipelineStatement()
        if statement == nil { reportMissing(.expectedExpression) }
        skipNewlines()
        if peek() == Byte.closeParen {
            position += 1
        } else {
            reportMissing(.missingEndParenthesisInExpression)
        }
        return .paren(ParenExpression(statement: statement ?? .error(span(from: start)), span: span(from: start)))
    }

    /// `$( … )` or `@( … )`.
    mutating func parseSubexpression() -> Expression {
        let start = position
        let isArray = peek() == Byte.at
        let comma = isCommaDisabled
        isCommaDisabled = false
        defer { isCommaDisabled = comma }
        position += 2
        guard enter() else {
            leave()
            return .error(span(from: start))
        }
        defer { leave() }
        let inner = parseStatements(until: Byte.closeParen)
        skipNewlines()
        if peek() == Byte.closeParen {
            position += 1
        } else {
            report(.missingEndParenthesisInSubexpression, SourceSpan(start: start, end: start + 2), isIncomplete: isAtEnd)
        }
        let node = Subexpression(body: inner, span: span(from: start))
        return isArray ? .arraySubexpression(node) : .subexpression(node)
    }

    /// The members, calls and indexes behind an operand, and `++` or `--`.
    mutating func parsePostfix(_ primary: Expression, in surroundings: Surroundings) -> Expression {
        var target = primary
        while position < end {
            // Each link nests the tree one level deeper, so the length of a chain counts like depth.
            linkHeight += 1
            if linkHeight > Self.maximumLinkHeight {
                giveUp()
                return target
            }
            guard let next = parsePostfixLink(target, in: surroundings) else {
                linkHeight -= 1
                break
            }
            target = next
        }
        guard surroundings == .expression else { return target }
        let afterTarget = position
        skipTrivia()
        let dash = dashLength(at: position)
        let isIncrement = peek() == Byte.plus && peek(1) == Byte.plus
        let isDecrement = dash > 0 && dashLength(at: position + dash) > 0
        guard isIncrement || isDecrement, Self.isIncrementable(target) else {
            position = afterTarget
            return target
        }
        let start = position
        position += isIncrement ? 2 : dash + dashLength(at: position + dash)
        record(.operator, from: start)
        return .unary(
            UnaryExpression(
                operator: isIncrement ? .postIncrement : .postDecrement, operand: target, span: target.span.union(span(from: start))
            )
        )
    }

    private static func isIncrementable(_ expression: Expression) -> Bool {
        switch expression {
        case .variable, .member, .index, .paren: true
        default: false
        }
    }

    private mutating func parsePostfixLink(_ target: Expression, in surroundings: Surroundings) -> Expression? {
        switch peek() {
        case Byte.dot where peek(1) != Byte.dot:
            return parseMember(of: target, length: 1, isStatic: false, isNullConditional: false, in: surroundings)
        case Byte.colon where peek(1) == Byte.colon:
            return parseMember(of: target, length: 2, isStatic: true, isNullConditional: false, in: surroundings)
        case Byte.question where peek(1) == Byte.dot && peek(2) != Byte.dot && !Byte.isDigit(peek(2)):
            return parseMember(of: target, length: 2, isStatic: false, isNullConditional: true, in: surroundings)
        case Byte.question where peek(1) == Byte.openBracket:
            position += 1
            return parseIndex(of: target, isNullConditional: true)
        case Byte.openBracket: return parseIndex(of: target, isNullConditional: false)
        default: return nil
        }
    }

    /// `[index]`. The cursor is at the bracket.
    private mutating func parseIndex(of target: Expression, isNullConditional: Bool) -> Expression {
        let comma = isCommaDisabled
        isCommaDisabled = false
        defer { isCommaDisabled = comma }
        let start = position
        position += 1
        skipNewlines()
        let index = parseExpression()
        if index == nil { reportMissing(.missingArrayIndex) }
        skipNewlines()
        if peek() == Byte.closeBracket {
            position += 1
        } else {
            reportMissing(.missingClosingBracketOfIndex)
        }
        let span = target.span.union(span(from: start))
        return .index(
            IndexExpression(target: target, index: index ?? .error(span), isNullConditional: isNullConditional, span: span)
        )
    }

    /// `.name` or `::name`, with the arguments of a call. nil without moving if the dot only ends a word.
    private mutating func parseMember(
        of target: Expression, length: Int, isStatic: Bool, isNullConditional: Bool, in surroundings: Surroundings
    ) -> Expression? {
        let start = position
        position += length
        if surroundings == .expression { skipNewlines() }
        guard let member = parseMemberName() else {
            if surroundings == .argument {
                position = start
                return nil
            }
            reportMissing(.missingPropertyName, at: SourceSpan(start: start, end: start + length))
            return .member(
                MemberAccess(
                    target: target, member: .error(span(from: start)), isStatic: isStatic, isNullConditional: isNullConditional,
                    span: target.span.union(span(from: start))
                )
            )
        }
        var generics: [TypeSyntax] = []
        if peek() == Byte.openBracket, isGenericCall() {
            position += 1
            generics = parseGenericArguments()
        }
        let isCall = peek() == Byte.openParen
        // A script block may stand in place of the parentheses: `$list.ForEach{ … }`.
        guard isCall || peek() == Byte.openBrace else {
            return .member(
                MemberAccess(
                    target: target, member: member, isStatic: isStatic, isNullConditional: isNullConditional,
                    span: target.span.union(span(from: start))
                )
            )
        }
        let arguments = isCall ? parseCallArguments() : [.scriptBlock(parseScriptBlock())]
        return .call(
            MethodCall(
                target: target, member: member, genericArguments: generics, arguments: arguments, isStatic: isStatic,
                isNullConditional: isNullConditional, span: target.span.union(span(from: start))
            )
        )
    }

    private mutating func parseMemberName() -> Expression? {
        let start = position
        switch peek() {
        case Byte.dollar where peek(1) == Byte.openParen: return parseSubexpression()
        case Byte.dollar: return parseVariable(in: .expression).map { .variable($0) }
        case Byte.openParen: return parsePrimary()
        case _ where singleQuoteLength(at: position) > 0 || doubleQuoteLength(at: position) > 0: return parsePrimary()
        default:
            let stop = identifierEnd(from: position)
            guard stop > start else { return nil }
            // `$table.10` names the key by the number.
            if bytes[start..<stop].allSatisfy(Byte.isDigit),
                let value = NumberScanner.value(of: Array(bytes[start..<stop]), isNegative: false)
            {
                position = stop
                record(.member, from: start)
                return .number(NumberConstant(value: value, text: text(from: start, to: stop), span: span(from: start)))
            }
            position = stop
            record(.member, from: start)
            return .string(StringConstant(value: text(from: start, to: stop), kind: .bare, span: span(from: start)))
        }
    }

    /// Whether the brackets at the cursor contain type names and are followed by a parenthesis.
    private func isGenericCall() -> Bool {
        var scan = position
        var open = 0
        guard Byte.isLetter(byte(at: scan + 1)) || byte(at: scan + 1) == Byte.openBracket else { return false }
        while scan < end, scan - position < 1024 {
            switch bytes[scan] {
            case Byte.openBracket: open += 1
            case Byte.closeBracket:
                open -= 1
                if open == 0 { return byte(at: scan + 1) == Byte.openParen }
            case Byte.comma, Byte.dot, Byte.space, Byte.plus, Byte.backtick: break
            default: if identifierLength(at: scan) == 0 { return false }
            }
            scan += 1
        }
        return false
    }

    /// `(a, b)`. The cursor is at the parenthesis.
    mutating func parseCallArguments() -> [Expression] {
        let comma = isCommaDisabled
        isCommaDisabled = true
        defer { isCommaDisabled = comma }
        position += 1
        var arguments: [Expression] = []
        var afterComma: Int?
        while true {
            skipNewlines()
            guard let argument = parseExpression() else {
                if let afterComma {
                    reportMissing(.missingExpressionAfterToken(","), at: SourceSpan(start: afterComma, end: afterComma + 1))
                }
                break
            }
            arguments.append(argument)
            skipNewlines()
            guard peek() == Byte.comma else { break }
            afterComma = position
            position += 1
        }
        if peek() == Byte.closeParen {
            position += 1
        } else {
            reportMissing(.missingEndParenthesisInMethodCall)
        }
        return arguments
    }
}
