import SourceText

/// Statements, chosen by the keyword at their beginning.
extension Parser {
    /// Whether the word at the cursor is a keyword, in any case.
    func peekKeyword(_ keyword: String) -> Bool {
        let length = keyword.utf8.count
        guard position + length <= end, endsKeyword(at: position + length) else { return false }
        var offset = position
        for byte in keyword.utf8 {
            if Byte.lowercased(bytes[offset]) != byte { return false }
            offset += 1
        }
        return true
    }

    private func endsKeyword(at offset: Int) -> Bool { endsWord(at: offset) || byte(at: offset) == Byte.openBracket }

    /// Consumes a keyword that `peekKeyword` has seen.
    mutating func takeKeyword(_ keyword: String) {
        let start = position
        position = min(end, position + keyword.utf8.count)
        record(.keyword, from: start)
    }

    /// The word of ASCII letters at the cursor, in lower case, if it could be a keyword.
    private func peekWord() -> String? {
        var scan = position
        while scan < end, scan - position <= 12, Byte.isLetter(bytes[scan]) { scan += 1 }
        guard scan > position, scan - position <= 12, endsWord(at: scan) else { return nil }
        return lowercasedText(from: position, to: scan)
    }

    /// A statement; nil without moving if none begins here.
    mutating func parseStatement() -> Statement? {
        guard enter() else {
            leave()
            return .error(span(from: position))
        }
        defer { leave() }
        if let brackets = pendingBrackets {
            if let definition = parseDefinition(behind: brackets) { return definition }
        } else {
            skipTrivia()
            switch peek() {
            case Byte.colon: if let labelled = parseLabelled() { return labelled }
            case Byte.openBracket:
                if let brackets = parseBrackets() {
                    if let definition = parseDefinition(behind: brackets) { return definition }
                    pendingBrackets = brackets
                }
            case let byte where Byte.isLetter(byte):
                if let word = peekWord(), let statement = parseKeywordStatement(word, label: nil, start: position) {
                    return statement
                }
            default: break
            }
        }
        return parsePipelineStatement()
    }

    /// A class or enum behind attributes; until its keyword is seen, these could be casts. nil without moving if no keyword
    /// follows.
    private mutating func parseDefinition(behind brackets: BracketList) -> Statement? {
        guard brackets.types.isEmpty else { return nil }
        let pending = pendingBrackets
        pendingBrackets = nil
        let afterBrackets = position
        skipNewlines()
        if let definition = parseTypeDefinition(brackets) { return definition }
        pendingBrackets = pending
        position = afterBrackets
        return nil
    }

    /// The statement that a keyword begins; nil without moving if the word is no keyword.
    private mutating func parseKeywordStatement(_ word: String, label: String?, start: Int) -> Statement? {
        switch word {
        case "if": return parseIf()
        case "while": return within(.loop(label)) { $0.parseWhile(label: label, start: start) }
        case "do": return within(.loop(label)) { $0.parseDo(label: label, start: start) }
        case "for": return within(.loop(label)) { $0.parseFor(label: label, start: start) }
        case "foreach": return within(.loop(label)) { $0.parseForEach(label: label, start: start) }
        case "switch": return within(.loop(label)) { $0.parseSwitch(label: label, start: start) }
        case "break": return .break(parseJump("break"))
        case "continue": return .continue(parseJump("continue"))
        case "return":
            let statement = parseExit("return")
            if let (fault, span) = checkReturn(statement) { report(fault, span) }
            return .return(statement)
        case "exit": return .exit(parseExit("exit"))
        case "throw": return .throw(parseExit("throw"))
        case "try": return parseTry()
        case "trap": return parseTrap()
        case "function", "filter": return parseFunction(word)
        case "class", "enum": return parseTypeDefinition(nil)
        case "data": return parseData()
        case "using":
            guard let statement = parseUsing() else { return nil }
            report(.usingMustBeAtStart, statement.span)
            return .error(statement.span)
        case "param":
            takeKeyword(word)
            report(.unexpectedToken(text(from: start, to: position)), span(from: start))
            skipNewlines()
            if peek() == Byte.openParen { _ = parseParameterList() }
            return .error(span(from: start))
        case "from", "define", "var":
            takeKeyword(word)
            report(.reservedKeyword(text(from: start, to: position)), span(from: start))
            recover(to: Byte.closeBrace)
            return .error(span(from: start))
        default: return nil
        }
    }

    /// `:label` with the loop or switch behind it; nil without moving if none follows.
    private mutating func parseLabelled() -> Statement? {
        let start = position
        let stop = identifierEnd(from: position + 1)
        guard stop > position + 1, endsWord(at: stop) else { return nil }
        let label = text(from: position + 1, to: stop)
        let recorded = tokens?.count
        position = stop
        record(.label, from: start)
        skipNewlines()
        if let word = peekWord(), ["while", "do", "for", "foreach", "switch"].contains(word),
            let statement = parseKeywordStatement(word, label: label, start: start)
        {
            return statement
        }
        position = start
        if let recorded { tokens?.removeSubrange(recorded...) }
        return nil
    }

    /// `break` or `continue`, with a label on the same line.
    private mutating func parseJump(_ keyword: String) -> JumpStatement {
        let statement = parseJumpStatement(keyword)
        if let (fault, span) = checkJump(statement) { report(fault, span) }
        return statement
    }

    private mutating func parseJumpStatement(_ keyword: String) -> JumpStatement {
        let start = position
        takeKeyword(keyword)
        let stop = position
        skipTrivia()
        guard !startsNoWord(at: position) || peek() == Byte.openParen, let label = parseSingleArgument() else {
            return JumpStatement(label: nil, span: SourceSpan(start: start, end: stop))
        }
        return JumpStatement(label: label, span: span(from: start))
    }

    /// `return`, `exit` or `throw`, with a pipeline on the same line.
    private mutating func parseExit(_ keyword: String) -> ExitStatement {
        let start = position
        takeKeyword(keyword)
        let stop = position
        skipTrivia()
        guard let value = parsePipelineStatement() else {
            return ExitStatement(value: nil, span: SourceSpan(start: start, end: stop))
        }
        return ExitStatement(value: value, span: span(from: start))
    }

    /// `data name -SupportedCommand a, b { }`; nil without moving if it is a command of that name.
    private mutating func parseData() -> Statement? {
        let start = position
        let recorded = tokens?.count ?? 0
        takeKeyword("data")
        skipNewlines()
        var variable: String?
        let nameEnd = identifierEnd(from: position)
        if nameEnd > position {
            variable = text(from: position, to: nameEnd)
            position = nameEnd
            skipNewlines()
        }
        var commands: [Expression] = []
        if dashLength(at: position) > 0, case .parameter(let parameter)? = parseCommandParameter(),
            !parameter.name.isEmpty, "supportedcommand".hasPrefix(parameter.name.lowercased())
        {
            skipTrivia()
            if let argument = parameter.argument ?? parseArgument() {
                if case .array(let list) = argument { commands = list.elements } else { commands = [argument] }
            } else {
                reportMissing(.parameterRequiresArgument(parameter.text))
            }
            skipNewlines()
        }
        guard let body = parseOptionalBlock() else {
            position = start
            tokens?.removeSubrange(recorded...)
            return nil
        }
        return .data(DataStatement(variable: variable, supportedCommands: commands, body: body, span: span(from: start)))
    }
}
