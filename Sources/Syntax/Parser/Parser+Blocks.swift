import SourceText

/// Script blocks: `using`, `param`, the named blocks, and lists of statements.
extension Parser {
    /// Parses a whole text.
    mutating func parseScript() -> ScriptBlockSyntax {
        skipSeparators()
        var usings: [UsingStatement] = []
        while peekKeyword("using"), let statement = parseUsing() {
            usings.append(statement)
            finishStatement(in: nil)
            skipSeparators()
        }
        var body = parseBody(closing: nil)
        position = end
        body.bodySpan = SourceSpan(start: 0, end: end)
        return body.build(
            file: file, span: body.bodySpan, usings: usings, requirements: requirements.build(),
            help: commentHelp(inScript: body.bodySpan, firstStatement: body.firstStatementStart)
        )
    }

    /// `{ … }` with all parts of a script block. The cursor is at the brace.
    /// - Parameter enclosure: what the block is to the `break` and `return` in it; nil where that is noted already.
    mutating func parseScriptBlock(
        parameters: [ParameterSyntax]? = nil, isFilter: Bool = false, precededBy functionStart: Int? = nil,
        as enclosure: Enclosure? = .block
    ) -> ScriptBlockSyntax {
        let start = position
        let comma = isCommaDisabled
        isCommaDisabled = false
        defer { isCommaDisabled = comma }
        position += 1
        guard enter() else {
            leave()
            return ScriptBlockSyntax(file: file, span: span(from: start), bodySpan: span(from: start))
        }
        defer { leave() }
        if let enclosure { enclosures.append(enclosure) }
        defer { if enclosure != nil { enclosures.removeLast() } }
        let bodyStart = position
        var body = parseBody(closing: Byte.closeBrace, parameters: parameters, isFilter: isFilter)
        body.bodySpan = span(from: bodyStart)
        expectCloseBrace(openedAt: start)
        let help = functionStart.flatMap { commentHelp(inFunction: body.bodySpan, startingAt: $0) }
        return body.build(file: file, span: span(from: start), help: help)
    }

    /// The content of a script block, up to the closing brace.
    private mutating func parseBody(
        closing: UInt8?, parameters: [ParameterSyntax]? = nil, isFilter: Bool = false
    ) -> BodyBuilder {
        var body = BodyBuilder()
        body.parameters = parameters
        skipSeparators()
        if peek() == Byte.openBracket, let brackets = parseBrackets() {
            let afterBrackets = position
            skipNewlines()
            if peekKeyword("param") {
                for type in brackets.types { report(.unexpectedAttribute(type.name), type.span) }
                body.attributes = brackets.attributes
            } else {
                position = afterBrackets
                pendingBrackets = brackets
            }
        }
        if pendingBrackets == nil, peekKeyword("param") {
            let start = position
            takeKeyword("param")
            if parameters?.isEmpty == false { report(.parameterListAlreadyGiven, span(from: start)) }
            skipNewlines()
            if peek() == Byte.openParen {
                body.parameters = parseParameterList()
            } else {
                reportMissing(.missingOpenParenthesis("param"))
            }
            finishStatement(in: closing, needsSeparator: false)
        }
        // Brackets that were read already begin the first statement, which a separator behind them ends: `[int]; (5)`.
        if pendingBrackets == nil { skipSeparators() }
        body.firstStatementStart = pendingBrackets?.start ?? position
        if pendingBrackets == nil, peekNamedBlock() != nil {
            parseNamedBlocks(into: &body, closing: closing)
        } else {
            let block = parseStatements(until: closing)
            if isFilter { body.processBlock = block } else { body.endBlock = block }
        }
        return body
    }

    private static let namedBlocks = ["begin", "process", "end", "dynamicparam", "clean"]

    /// The name of the block that begins at the cursor: one of the five words, followed by a brace; nil if none does.
    private mutating func peekNamedBlock() -> String? {
        guard let name = Self.namedBlocks.first(where: { peekKeyword($0) }) else { return nil }
        let start = position
        defer { position = start }
        position += name.utf8.count
        skipNewlines()
        return peek() == Byte.openBrace ? name : nil
    }

    private mutating func parseNamedBlocks(into body: inout BodyBuilder, closing: UInt8?) {
        body.hasNamedBlocks = true
        while true {
            skipSeparators()
            if isAtEnd || peek() == closing { return }
            guard let name = peekNamedBlock() else {
                let stray = position
                _ = parseStatements(until: closing)
                report(.badlyFormedCommand, SourceSpan(start: stray, end: stray + tokenLength(at: stray)))
                return
            }
            let start = position
            takeKeyword(name)
            skipNewlines()
            let block = parseStatementBlock()
            let isRepeated: Bool
            switch name {
            case "begin":
                isRepeated = body.beginBlock != nil
                body.beginBlock = block
            case "process":
                isRepeated = body.processBlock != nil
                body.processBlock = block
            case "end":
                isRepeated = body.endBlock != nil
                body.endBlock = block
            case "clean":
                isRepeated = body.cleanBlock != nil
                body.cleanBlock = block
            default:
                isRepeated = body.dynamicParamBlock != nil
                body.dynamicParamBlock = block
            }
            if isRepeated { report(.duplicateClause(name), SourceSpan(start: start, end: start + name.utf8.count)) }
        }
    }

    /// `{ statements }`; nil without moving if no brace is here. Line ends before the brace must have been skipped.
    mutating func parseOptionalBlock() -> StatementBlock? {
        peek() == Byte.openBrace ? parseStatementBlock() : nil
    }

    /// `{ statements }`. The cursor is at the brace.
    mutating func parseStatementBlock() -> StatementBlock {
        let start = position
        let comma = isCommaDisabled
        isCommaDisabled = false
        defer { isCommaDisabled = comma }
        position += 1
        guard enter() else {
            leave()
            return StatementBlock(statements: [], traps: [], span: span(from: start))
        }
        defer { leave() }
        let inner = parseStatements(until: Byte.closeBrace)
        expectCloseBrace(openedAt: start)
        return StatementBlock(statements: inner.statements, traps: inner.traps, span: span(from: start))
    }

    /// A block; if it is missing, an error and an empty block.
    mutating func expectBlock(_ missing: Diagnostic) -> StatementBlock {
        skipNewlines()
        if let block = parseOptionalBlock() { return block }
        reportMissing(missing)
        return StatementBlock(statements: [], traps: [], span: span(from: position))
    }

    /// Statements up to a closing byte, which is not consumed, or to the end of the text.
    mutating func parseStatements(until closing: UInt8?) -> StatementBlock {
        let start = pendingBrackets?.start ?? position
        var statements: [Statement] = []
        var traps: [TrapStatement] = []
        while true {
            if pendingBrackets == nil { skipSeparators() }
            if pendingBrackets == nil, isAtEnd || peek() == closing { break }
            // Brackets read in advance are themselves a statement, even if nothing follows them: `{ [int] }`.
            let before = pendingBrackets?.start ?? position
            if let statement = parseStatement() {
                if case .trap(let trap) = statement { traps.append(trap) } else { statements.append(statement) }
                finishStatement(in: closing, needsSeparator: statement.needsSeparator)
            } else {
                reportUnexpected()
                recover(to: closing)
            }
            if position == before {
                position += max(1, scalar(at: position)?.length ?? 1)
                if position > end { position = end }
            }
        }
        return StatementBlock(statements: statements, traps: traps, span: span(from: start))
    }

    /// Checks that a statement is followed by a separator; otherwise reports and skips what follows it.
    mutating func finishStatement(in closing: UInt8?, needsSeparator: Bool = true) {
        skipTrivia()
        guard needsSeparator, !isAtEnd else { return }
        let byte = peek()
        if byte == Byte.semicolon || byte == closing || newlineLength(at: position) > 0 { return }
        reportUnexpected()
        recover(to: closing)
    }

    mutating func reportUnexpected() {
        skipTrivia()
        guard !isAtEnd else { return }
        let stop = min(end, position + tokenLength(at: position))
        if peek() == Byte.pipe || (peek() == Byte.ampersand && peek(1) == Byte.ampersand) {
            if peek() == Byte.pipe, peek(1) != Byte.pipe {
                report(.emptyPipeElement, SourceSpan(start: position, end: position + 1))
            } else {
                let text = text(from: position, to: min(end, position + 2))
                report(.unexpectedToken(text), SourceSpan(start: position, end: min(end, position + 2)))
            }
        } else {
            report(.unexpectedToken(text(from: position, to: stop)), SourceSpan(start: position, end: stop))
        }
    }

    /// Moves to the next line end, semicolon or closing byte. If that byte is a closing brace, nested braces are skipped as a
    /// whole.
    mutating func recover(to closing: UInt8?) {
        while position < end {
            let byte = bytes[position]
            if byte == closing || byte == Byte.semicolon || newlineLength(at: position) > 0 { return }
            if byte == Byte.openBrace, closing == Byte.closeBrace { return recoverOverBraces(to: closing) }
            position += 1
        }
    }

    private mutating func recoverOverBraces(to closing: UInt8?) {
        var open = 0
        while position < end {
            let byte = bytes[position]
            if byte == Byte.openBrace { open += 1 }
            if byte == Byte.closeBrace {
                if open == 0 { return }
                open -= 1
            }
            if open == 0, byte == Byte.semicolon || newlineLength(at: position) > 0 { return }
            position += 1
        }
    }

    mutating func expectCloseBrace(openedAt start: Int) {
        skipNewlines()
        if peek() == Byte.closeBrace {
            position += 1
        } else {
            report(.missingEndCurlyBrace, SourceSpan(start: start, end: start + 1), isIncomplete: isAtEnd)
        }
    }
}

/// The parts of a script block as they are collected.
private struct BodyBuilder {
    var bodySpan = SourceSpan(start: 0, end: 0)
    var attributes: [AttributeSyntax] = []
    var parameters: [ParameterSyntax]?
    var dynamicParamBlock: StatementBlock?
    var beginBlock: StatementBlock?
    var processBlock: StatementBlock?
    var endBlock: StatementBlock?
    var cleanBlock: StatementBlock?
    var hasNamedBlocks = false
    var firstStatementStart = 0

    func build(
        file: SourceFile, span: SourceSpan, usings: [UsingStatement] = [], requirements: ScriptRequirements? = nil,
        help: CommentHelp?
    ) -> ScriptBlockSyntax {
        ScriptBlockSyntax(
            file: file, span: span, bodySpan: bodySpan, usings: usings, requirements: requirements, attributes: attributes,
            parameters: parameters, dynamicParamBlock: dynamicParamBlock, beginBlock: beginBlock, processBlock: processBlock,
            endBlock: endBlock, cleanBlock: cleanBlock, hasNamedBlocks: hasNamedBlocks, help: help
        )
    }
}

extension Statement {
    /// Whether a line end or semicolon must follow; a statement that ends with a closing brace needs none.
    fileprivate var needsSeparator: Bool {
        switch self {
        case .if, .while, .for, .forEach, .switch, .try, .trap, .function, .class, .enum, .data: false
        case .pipeline(let pipeline): !pipeline.isBackground
        case .chain(let chain): !chain.isBackground
        default: true
        }
    }
}
