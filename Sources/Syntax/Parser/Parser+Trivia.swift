import SourceText

extension Parser {
    /// Skips white space, comments and line continuations, but no line end.
    mutating func skipTrivia() {
        while position < end {
            switch bytes[position] {
            case Byte.space, Byte.tab, 0x0B, 0x0C:
                position += 1
            case Byte.hash:
                skipLineComment()
            case Byte.less where peek(1) == Byte.hash:
                skipBlockComment()
            case Byte.backtick:
                let newline = newlineLength(at: position + 1)
                if newline > 0 {
                    position += 1 + newline
                } else if case let space = spaceLength(at: position + 1), space > 0 {
                    position += 1 + space
                } else if position + 1 == end {
                    report(.incompleteBacktick, SourceSpan(start: position, end: end), isIncomplete: true)
                    position = end
                } else {
                    return
                }
            case let byte where byte >= 0x80:
                let length = spaceLength(at: position)
                if length == 0 { return }
                position += length
            default:
                return
            }
        }
    }

    /// Skips white space, comments and line ends.
    mutating func skipNewlines() {
        while true {
            skipTrivia()
            let length = newlineLength(at: position)
            if length == 0 { return }
            position += length
        }
    }

    /// Skips line ends and semicolons.
    mutating func skipSeparators() {
        while true {
            skipNewlines()
            guard peek() == Byte.semicolon else { return }
            position += 1
        }
    }

    /// Whether only white space and comments are left.
    var isOnlyTriviaLeft: Bool {
        if position >= end { return true }
        var ahead = self
        ahead.tokens = nil
        ahead.hasGivenUp = true
        ahead.skipNewlines()
        return ahead.isAtEnd
    }

    /// Skips line ends only if the next line begins with `|`, `&&` or `||`, and so continues the pipeline.
    mutating func skipNewlinesBeforePipe() {
        skipTrivia()
        guard newlineLength(at: position) > 0 else { return }
        let start = position
        skipNewlines()
        let continues = peek() == Byte.pipe || (peek() == Byte.ampersand && peek(1) == Byte.ampersand)
        if !continues { position = start }
    }

    private mutating func skipLineComment() {
        let start = position
        while position < end, newlineLength(at: position) == 0 { position += 1 }
        noteComment(from: start)
    }

    private mutating func skipBlockComment() {
        let start = position
        position += 2
        while position < end, !(bytes[position] == Byte.hash && peek(1) == Byte.greater) { position += 1 }
        if position < end {
            position += 2
        } else {
            report(.missingEndMultiLineComment, SourceSpan(start: start, end: start + 2), isIncomplete: true)
        }
        noteComment(from: start)
    }

    private mutating func noteComment(from start: Int) {
        if let last = comments.last, Int(last.start) >= start { return }
        comments.append(span(from: start))
        record(.comment, from: start)
        if bytes[start] == Byte.hash { noteRequirements(in: span(from: start)) }
    }
}
