import SourceText

/// `while`, `do`, `for` and `foreach`.
extension Parser {
    mutating func parseWhile(label: String?, start: Int) -> Statement {
        takeKeyword("while")
        skipNewlines()
        guard peek() == Byte.openParen else {
            reportMissing(.missingOpenParenthesis("while"))
            return .error(span(from: start))
        }
        let condition = parseCondition(
            missing: .missingExpressionAfterKeyword("while"), unclosed: .missingEndParenthesisAfterStatement("while")
        )
        let body = expectBlock(.missingLoopStatement("while"))
        return .while(WhileStatement(label: label, condition: condition, body: body, span: span(from: start)))
    }

    mutating func parseDo(label: String?, start: Int) -> Statement {
        takeKeyword("do")
        let body = expectBlock(.missingLoopStatement("do"))
        skipNewlines()
        let isUntil = peekKeyword("until")
        guard isUntil || peekKeyword("while") else {
            reportMissing(.missingWhileOrUntil)
            return .error(span(from: start))
        }
        let keyword = isUntil ? "until" : "while"
        takeKeyword(keyword)
        skipNewlines()
        guard peek() == Byte.openParen else {
            reportMissing(.missingOpenParenthesis(keyword))
            return .error(span(from: start))
        }
        let condition = parseCondition(
            missing: .missingExpressionAfterKeyword(keyword), unclosed: .missingEndParenthesisAfterStatement(keyword)
        )
        return .do(DoStatement(label: label, body: body, condition: condition, isUntil: isUntil, span: span(from: start)))
    }

    mutating func parseFor(label: String?, start: Int) -> Statement {
        takeKeyword("for")
        skipNewlines()
        guard peek() == Byte.openParen else {
            reportMissing(.missingOpenParenthesis("for"))
            return .error(span(from: start))
        }
        let comma = isCommaDisabled
        isCommaDisabled = false
        defer { isCommaDisabled = comma }
        position += 1
        // Each part ends at a semicolon or a line end, and may be missing.
        let initializer = parseForPart()
        let condition = parseForPart()
        let iterator = parseForPart()
        skipNewlines()
        if peek() == Byte.closeParen {
            position += 1
        } else {
            reportMissing(.missingEndParenthesisAfterStatement("for"))
        }
        let body = expectBlock(.missingLoopStatement("for"))
        return .for(
            ForStatement(
                label: label, initializer: initializer, condition: condition, iterator: iterator, body: body,
                span: span(from: start)
            )
        )
    }

    private mutating func parseForPart() -> Statement? {
        skipNewlines()
        let part = peek() == Byte.semicolon || peek() == Byte.closeParen ? nil : parsePipelineStatement()
        skipTrivia()
        if peek() == Byte.semicolon {
            position += 1
        } else if part != nil {
            skipNewlines()
            if peek() == Byte.semicolon { position += 1 }
        }
        return part
    }

    mutating func parseForEach(label: String?, start: Int) -> Statement {
        takeKeyword("foreach")
        skipNewlines()
        while dashLength(at: position) > 0, case .parameter(let flag)? = parseCommandParameter() {
            report(.reservedParameter(keyword: "foreach", parameter: flag.name), flag.span)
            skipNewlines()
        }
        guard peek() == Byte.openParen else {
            reportMissing(.missingOpenParenthesis("foreach"))
            return .error(span(from: start))
        }
        let comma = isCommaDisabled
        isCommaDisabled = false
        defer { isCommaDisabled = comma }
        position += 1
        skipNewlines()
        guard peek() == Byte.dollar, let variable = parseVariable(in: .expression) else {
            reportMissing(.missingVariableAfterForeach)
            return .error(span(from: start))
        }
        skipNewlines()
        guard peekKeyword("in") else {
            reportMissing(.missingInInForeach)
            return .error(span(from: start))
        }
        takeKeyword("in")
        skipNewlines()
        let collection = parsePipelineStatement()
        if collection == nil { reportMissing(.missingForeachExpression) }
        skipNewlines()
        if peek() == Byte.closeParen {
            position += 1
        } else {
            reportMissing(.missingEndParenthesisAfterForeach)
        }
        let body = expectBlock(.missingForeachStatement)
        guard let collection else { return .error(span(from: start)) }
        return .forEach(
            ForEachStatement(label: label, variable: variable, collection: collection, body: body, span: span(from: start))
        )
    }
}
