import SourceText

/// `if` and `switch` (about_If, about_Switch).
extension Parser {
    mutating func parseIf() -> Statement {
        let start = position
        var clauses: [ConditionalClause] = []
        var elseBlock: StatementBlock?
        var keyword = "if"
        while true {
            takeKeyword(keyword)
            skipNewlines()
            guard peek() == Byte.openParen else {
                reportMissing(.missingOpenParenthesisInIf(keyword))
                break
            }
            let condition = parseCondition(
                missing: .missingCondition(keyword), unclosed: .missingEndParenthesisAfterStatement(keyword)
            )
            let body = expectBlock(.missingStatementBlock(keyword))
            clauses.append(ConditionalClause(condition: condition, body: body))
            let afterBody = position
            skipNewlines()
            if peekKeyword("elseif") {
                keyword = "elseif"
                continue
            }
            if peekKeyword("else") {
                takeKeyword("else")
                elseBlock = expectBlock(.missingStatementBlockAfterElse)
            } else {
                position = afterBody
            }
            break
        }
        guard !clauses.isEmpty else { return .error(span(from: start)) }
        return .if(IfStatement(clauses: clauses, elseBlock: elseBlock, span: span(from: start)))
    }

    /// `( pipeline )` as a condition. The cursor is at the parenthesis.
    mutating func parseCondition(missing: Diagnostic, unclosed: Diagnostic) -> Statement {
        let start = position
        let comma = isCommaDisabled
        isCommaDisabled = false
        defer { isCommaDisabled = comma }
        position += 1
        skipNewlines()
        let condition = parsePipelineStatement()
        if condition == nil { reportMissing(missing) }
        skipNewlines()
        if peek() == Byte.closeParen { position += 1 } else { reportMissing(unclosed) }
        return condition ?? .error(span(from: start))
    }

    mutating func parseSwitch(label: String?, start: Int) -> Statement {
        takeKeyword("switch")
        skipNewlines()
        var matching = SwitchStatement.Matching.exact
        var isCaseSensitive = false
        var file: Expression?
        var isFile = false
        while dashLength(at: position) > 0, case .parameter(let flag)? = parseCommandParameter() {
            let name = flag.name.lowercased()
            func isPrefix(of whole: String) -> Bool { !name.isEmpty && whole.hasPrefix(name) }
            if isPrefix(of: "regex") {
                matching = .regex
            } else if isPrefix(of: "wildcard") {
                matching = .wildcard
            } else if isPrefix(of: "exact") {
                matching = .exact
            } else if isPrefix(of: "casesensitive") {
                isCaseSensitive = true
            } else if isPrefix(of: "file") {
                isFile = true
                skipTrivia()
                file = flag.argument ?? parseSingleArgument()
                if file == nil { reportMissing(.missingSwitchFile) }
            } else if isPrefix(of: "parallel") {
                report(.reservedParameter(keyword: "switch", parameter: flag.name), flag.span)
            } else {
                report(.invalidSwitchFlag(flag.text), flag.span)
            }
            skipNewlines()
        }
        var input: Statement
        if isFile {
            input = file.map(Self.pipeline) ?? .error(span(from: position))
        } else if peek() == Byte.openParen {
            input = parseCondition(missing: .missingSwitchExpression, unclosed: .missingEndParenthesisInSwitch)
        } else {
            reportMissing(.switchInputRequired)
            input = .error(span(from: position))
        }
        skipNewlines()
        guard peek() == Byte.openBrace else {
            reportMissing(.missingOpenBraceOfSwitch)
            return .error(span(from: start))
        }
        let (clauses, defaultBlock) = parseSwitchClauses()
        return .switch(
            SwitchStatement(
                label: label, matching: matching, isCaseSensitive: isCaseSensitive, isFile: isFile, input: input,
                clauses: clauses, defaultBlock: defaultBlock, span: span(from: start)
            )
        )
    }

    /// `{ condition { … } … default { … } }`.
    private mutating func parseSwitchClauses() -> ([SwitchClause], StatementBlock?) {
        let brace = position
        let comma = isCommaDisabled
        isCommaDisabled = false
        defer { isCommaDisabled = comma }
        position += 1
        var clauses: [SwitchClause] = []
        var defaultBlock: StatementBlock?
        while true {
            skipSeparators()
            if isAtEnd || peek() == Byte.closeBrace { break }
            let start = position
            if peekKeyword("default") {
                takeKeyword("default")
                if defaultBlock != nil { report(.multipleSwitchDefaults, span(from: start)) }
                defaultBlock = expectBlock(.missingSwitchClauseBlock)
                continue
            }
            guard let condition = parseSingleArgument() else {
                reportMissing(.missingSwitchCondition)
                position = max(position, start + 1)
                recover(to: Byte.closeBrace)
                continue
            }
            skipNewlines()
            guard let body = parseOptionalBlock() else {
                reportMissing(.missingSwitchClauseBlock)
                recover(to: Byte.closeBrace)
                continue
            }
            clauses.append(SwitchClause(condition: condition, body: body))
        }
        expectCloseBrace(openedAt: brace)
        return (clauses, defaultBlock)
    }

    /// An expression as a statement.
    static func pipeline(_ expression: Expression) -> Statement {
        .pipeline(
            Pipeline(elements: [.expression(expression, redirections: [])], isBackground: false, span: expression.span)
        )
    }
}
