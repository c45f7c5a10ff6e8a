import SourceText

/// Arguments of commands: bare words, expressions in argument mode, and lists of both (about_Parsing).
extension Parser {
    /// An argument, or several with commas between them, which form an array; nil without moving if none begins here.
    mutating func parseArgument() -> Expression? {
        let start = position
        guard let first = parseSingleArgument() else { return nil }
        let afterFirst = position
        skipTrivia()
        guard peek() == Byte.comma else {
            position = afterFirst
            return first
        }
        var elements = [first]
        while true {
            let afterElement = position
            skipTrivia()
            guard peek() == Byte.comma else {
                position = afterElement
                break
            }
            let comma = position
            position += 1
            skipNewlines()
            guard let element = parseSingleArgument() else {
                reportMissing(.missingArgument, at: SourceSpan(start: comma, end: comma + 1))
                break
            }
            elements.append(element)
        }
        for case .variable(let variable) in elements where variable.isSplatted {
            report(.splattingNotPermittedInList(variable.name), variable.span)
        }
        return .array(ArrayLiteral(elements: elements, span: span(from: start)))
    }

    /// An argument without commas; nil without moving if none begins here.
    mutating func parseSingleArgument() -> Expression? {
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
        let start = position
        switch peek() {
        case Byte.dollar where peek(1) == Byte.openParen:
            return parsePostfix(parseSubexpression(), in: .argument)
        case Byte.dollar:
            guard let variable = parseVariable(in: .argument) else { return parseWord() }
            let simple = Expression.variable(variable)
            let whole = parsePostfix(simple, in: .argument)
            if case .variable = whole, !endsWord(at: position) { return parseWord(prefix: simple, start: start) }
            return whole
        case Byte.at:
            switch peek(1) {
            case Byte.openParen, Byte.openBrace:
                return parsePrimary().map { parsePostfix($0, in: .argument) }
            case _ where singleQuoteLength(at: position + 1) > 0 || doubleQuoteLength(at: position + 1) > 0:
                return parsePrimary().map { parsePostfix($0, in: .argument) }
            default:
                if let variable = parseVariable(in: .argument) { return .variable(variable) }
                report(.unrecognizedToken, SourceSpan(start: position, end: position + 1))
                return parseWord()
            }
        case Byte.openParen, Byte.openBrace:
            return parsePrimary().map { parsePostfix($0, in: .argument) }
        case _ where singleQuoteLength(at: position) > 0 || doubleQuoteLength(at: position) > 0:
            return parsePrimary().map { parsePostfix($0, in: .argument) }
        default:
            guard !startsNoWord(at: position) else { return nil }
            if let number = parseNumberWord() { return number }
            return parseWord()
        }
    }

    /// A word that is a number as a whole, such as `5`, `-1.5` or `0x1F`; nil without moving otherwise.
    private mutating func parseNumberWord() -> Expression? {
        let start = position
        let sign = dashLength(at: start) > 0 ? dashLength(at: start) : peek() == Byte.plus ? 1 : 0
        let length = numberLength(at: start + sign)
        guard length > 0, startsNoWord(at: start + sign + length) else { return nil }
        return parseNumber(signLength: sign)
    }

    /// A bare word, which ends at white space or at a byte that is a token everywhere. It may contain quoted parts, variables and
    /// subexpressions.
    mutating func parseWord(prefix: Expression? = nil, start wordStart: Int? = nil) -> Expression {
        let start = wordStart ?? position
        var builder = StringBuilder()
        if let prefix { builder.append(prefix) }
        while !endsWord(at: position) {
            let byte = bytes[position]
            if byte == Byte.backtick {
                if newlineLength(at: position + 1) > 0 { break }
                parseEscape(into: &builder)
            } else if byte == Byte.dollar {
                if !parseExpansion(into: &builder, in: .argument) {
                    builder.append(byte)
                    position += 1
                }
            } else if case let quote = singleQuoteLength(at: position), quote > 0 {
                parseSingleQuoted(into: &builder)
            } else if case let quote = doubleQuoteLength(at: position), quote > 0 {
                parseDoubleQuoted(into: &builder)
            } else {
                let length = max(1, scalar(at: position)?.length ?? 1)
                builder.append(bytes[position..<min(end, position + length)])
                position += length
            }
        }
        position = min(position, end)
        if prefix == nil, builder.parts.isEmpty { record(.argument, from: start) }
        return builder.expression(kind: .bare, span: span(from: start))
    }

    /// Changes the kind of the last recorded token, if it begins at an offset, once its meaning is known.
    mutating func retag(_ kind: SyntaxToken.Kind, from start: Int) {
        guard let last = tokens?.last, Int(last.span.start) == start else { return }
        tokens?.removeLast()
        tokens?.append(SyntaxToken(kind: kind, span: last.span))
    }
}
