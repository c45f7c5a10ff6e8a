import SourceText

extension Parser {
    /// `@{ key = value; … }`. The cursor is at the `@`.
    mutating func parseHashtable() -> Expression {
        let start = position
        let comma = isCommaDisabled
        isCommaDisabled = false
        defer { isCommaDisabled = comma }
        position += 2
        guard enter() else {
            leave()
            return .error(span(from: start))
        }
        defer { leave() }
        var entries: [HashtableLiteral.Entry] = []
        var keys: Set<String> = []
        while true {
            skipSeparators()
            if isAtEnd || peek() == Byte.closeBrace { break }
            let entryStart = position
            guard let key = parseHashtableKey() else {
                reportMissing(.missingKeyInHashLiteral)
                position = max(position, entryStart + 1)
                recover(to: Byte.closeBrace)
                continue
            }
            if let constant = Self.constantKey(key), !keys.insert(constant).inserted {
                report(.duplicateKey(file.text(of: key.span)), key.span)
            }
            skipNewlines()
            guard peek() == Byte.equals else {
                reportMissing(.missingEqualsInHashLiteral)
                recover(to: Byte.closeBrace)
                continue
            }
            let equals = position
            position += 1
            record(.operator, from: equals)
            skipNewlines()
            guard let value = parseStatement() else {
                reportMissing(.missingStatementInHashLiteral, at: SourceSpan(start: equals, end: equals + 1))
                recover(to: Byte.closeBrace)
                continue
            }
            entries.append(HashtableLiteral.Entry(key: key, value: value))
            finishStatement(in: Byte.closeBrace)
        }
        if peek() == Byte.closeBrace {
            position += 1
        } else {
            report(.incompleteHashLiteral, SourceSpan(start: start, end: start + 2), isIncomplete: isAtEnd)
        }
        return .hashtable(HashtableLiteral(entries: entries, span: span(from: start)))
    }

    /// A bare name, or any operand.
    private mutating func parseHashtableKey() -> Expression? {
        let start = position
        let stop = identifierEnd(from: position)
        if stop > start, !Byte.isDigit(bytes[start]) || numberLength(at: start) != stop - start, byte(at: stop) != Byte.dot {
            position = stop
            record(.member, from: start)
            return .string(StringConstant(value: text(from: start, to: stop), kind: .bare, span: span(from: start)))
        }
        isCommaDisabled = true
        defer { isCommaDisabled = false }
        return parseUnary()
    }

    /// A text that is the same for equal constant keys; nil for a key that is no constant.
    private static func constantKey(_ key: Expression) -> String? {
        switch key {
        case .string(let constant): "s" + constant.value.lowercased()
        case .number(let number): "n\(number.value)"
        default: nil
        }
    }
}
