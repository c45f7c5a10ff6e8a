import SourceText

/// Commands: name, parameters, arguments and redirections.
extension Parser {
    /// A command; nil without moving if none begins here.
    mutating func parseCommand() -> CommandSyntax? {
        let start = position
        var redirections: [Redirection] = []
        while let redirection = parseRedirection(after: redirections) {
            redirections.append(redirection)
            skipTrivia()
        }
        guard let (invocation, name) = parseCommandName() else {
            guard !redirections.isEmpty else {
                position = start
                return nil
            }
            // A redirection without a command: as in PowerShell, the file becomes empty.
            let empty = StringConstant(value: "", kind: .bare, span: span(from: start))
            return CommandSyntax(
                invocation: .none, name: .string(empty), elements: [], redirections: redirections, span: span(from: start)
            )
        }
        var elements: [CommandElement] = []
        var onlyArguments = false
        var stop = position
        while true {
            skipTrivia()
            if endsCommand(at: position) { break }
            if let redirection = parseRedirection(after: redirections) {
                redirections.append(redirection)
            } else if peek() == Byte.less || peek() == Byte.greater {
                let length = peek(1) == peek() ? 2 : 1
                report(
                    .redirectionNotSupported(text(from: position, to: position + length)),
                    SourceSpan(start: position, end: position + length)
                )
                position += length
            } else if peek() == Byte.comma {
                reportMissing(.missingArgument)
                position += 1
            } else if let verbatim = parseVerbatim() {
                elements.append(.verbatim(verbatim))
            } else if let dashes = endOfParametersLength(), !onlyArguments {
                position += dashes
                onlyArguments = true
                elements.append(.endOfParameters(span(from: position - dashes)))
            } else if !onlyArguments, dashLength(at: position) > 0, let element = parseCommandParameter() {
                elements.append(element)
            } else if let argument = parseArgument() {
                elements.append(.argument(argument))
            } else {
                break
            }
            stop = position
        }
        position = max(stop, position)
        return CommandSyntax(
            invocation: invocation, name: name, elements: elements, redirections: redirections,
            span: SourceSpan(start: start, end: stop)
        )
    }

    /// Whether no further word of a command can begin at the offset.
    private func endsCommand(at offset: Int) -> Bool {
        guard offset < end else { return true }
        switch bytes[offset] {
        case Byte.semicolon, Byte.pipe, Byte.ampersand, Byte.closeParen, Byte.closeBrace, Byte.lineFeed, Byte.carriageReturn:
            return true
        default: return false
        }
    }

    private mutating func parseCommandName() -> (CommandSyntax.Invocation, Expression)? {
        let start = position
        let byte = peek()
        let isCall = byte == Byte.ampersand && peek(1) != Byte.ampersand
        if isCall || isDotSource(at: position) {
            let sign = isCall ? "&" : "."
            position += 1
            record(.operator, from: start)
            skipTrivia()
            let nameStart = position
            guard !endsCommand(at: position), let name = parseSingleArgument() else {
                reportMissing(.missingExpressionAfterInvocation(sign), at: SourceSpan(start: start, end: start + 1))
                return (isCall ? .call : .dot, .error(span(from: start)))
            }
            if case .string(let constant) = name, constant.kind == .bare { retag(.command, from: nameStart) }
            return (isCall ? .call : .dot, name)
        }
        guard !startsNoWord(at: position) else { return nil }
        let word = parseWord()
        if position == start { return nil }
        retag(.command, from: start)
        return (.none, word)
    }

    /// Whether the dot is the dot sourcing operator: white space, a variable, a quote, a parenthesis or a brace follows it.
    private func isDotSource(at offset: Int) -> Bool {
        guard byte(at: offset) == Byte.dot else { return false }
        let next = byte(at: offset + 1)
        return endsWord(at: offset + 1) || next == Byte.dollar || singleQuoteLength(at: offset + 1) > 0
            || doubleQuoteLength(at: offset + 1) > 0
    }

    /// The length in bytes of a `--` that is a word of its own; nil if there is none here.
    private func endOfParametersLength() -> Int? {
        let first = dashLength(at: position)
        guard first > 0, case let second = dashLength(at: position + first), second > 0, endsWord(at: position + first + second)
        else { return nil }
        return first + second
    }

    /// `--%` and the rest of the line, up to a pipe or chain operator; nil without moving if it is not here.
    private mutating func parseVerbatim() -> VerbatimArgument? {
        let first = dashLength(at: position)
        guard first > 0, case let second = dashLength(at: position + first), second > 0,
            byte(at: position + first + second) == Byte.percent, endsWord(at: position + first + second + 1)
        else { return nil }
        let start = position
        position += first + second + 1
        record(.operator, from: start)
        var textStart = position
        while spaceLength(at: textStart) > 0 { textStart += spaceLength(at: textStart) }
        position = textStart
        var isQuoted = false
        while position < end, newlineLength(at: position) == 0 {
            if peek() == Byte.doubleQuote { isQuoted.toggle() }
            if !isQuoted, peek() == Byte.pipe || (peek() == Byte.ampersand && peek(1) == Byte.ampersand) { break }
            position += 1
        }
        var textEnd = position
        while textEnd > textStart, bytes[textEnd - 1] == Byte.space || bytes[textEnd - 1] == Byte.tab { textEnd -= 1 }
        record(.argument, from: textStart, to: textEnd)
        return VerbatimArgument(text: text(from: textStart, to: textEnd), span: SourceSpan(start: start, end: textEnd))
    }

    /// `-Name` or `-Name:argument`; nil without moving if the hyphen begins another kind of word (`-5`, `--x`, `-n=$x`).
    mutating func parseCommandParameter() -> CommandElement? {
        let start = position
        let dash = dashLength(at: position)
        let nameStart = position + dash
        let first = byte(at: nameStart)
        guard dash > 0, first == Byte.question || (identifierLength(at: nameStart) > 0 && !Byte.isDigit(first)) else { return nil }
        var scan = nameStart
        while !endsWord(at: scan) {
            let byte = bytes[scan]
            if byte == Byte.colon { break }
            // Quotes, variables and escapes make the word an argument, in which they are expanded.
            if byte == Byte.dollar || byte == Byte.backtick || singleQuoteLength(at: scan) > 0 || doubleQuoteLength(at: scan) > 0 {
                return nil
            }
            scan += 1
        }
        let name = text(from: nameStart, to: scan)
        let hasColon = byte(at: scan) == Byte.colon
        position = hasColon ? scan + 1 : scan
        record(.parameter, from: start)
        let text = text(from: start, to: position)
        var argument: Expression?
        var hasSpace = false
        if hasColon {
            let afterColon = position
            skipTrivia()
            hasSpace = position > afterColon
            if !endsCommand(at: position) { argument = parseArgument() }
            if argument == nil {
                position = afterColon
                reportMissing(.parameterRequiresArgument(text), at: span(from: start))
            }
        }
        return .parameter(
            CommandParameter(name: name, text: text, argument: argument, hasSpaceAfterColon: hasSpace, span: span(from: start))
        )
    }
}
