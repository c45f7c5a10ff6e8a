import SourceText

extension Parser {
    /// The stream of a redirection at the cursor, and the length in bytes up to its first `>`; nil if there is none.
    func redirectionAhead() -> (OutputStream, length: Int)? {
        switch peek() {
        case Byte.greater: (.output, 1)
        case Byte.asterisk where peek(1) == Byte.greater: (.all, 2)
        case 0x31...0x36 where peek(1) == Byte.greater:
            OutputStream(rawValue: Int(peek()) - 0x30).map { ($0, 2) }
        default: nil
        }
    }

    /// A redirection with its target; nil without moving if none begins here.
    mutating func parseRedirection(after others: [Redirection]) -> Redirection? {
        guard let (stream, length) = redirectionAhead() else { return nil }
        let start = position
        position += length
        let isAppend = peek() == Byte.greater
        if isAppend { position += 1 }
        if !isAppend, peek() == Byte.ampersand, Byte.isDigit(peek(1)) {
            let digit = Int(peek(1)) - 0x30
            position += 2
            record(.operator, from: start)
            if digit != 1 {
                report(
                    digit == 2 ? .redirectionNotSupported(text(from: start, to: position)) : .invalidRedirectionMerge,
                    span(from: start))
            }
            return checked(Redirection(stream: stream, target: .merge(into: .output), span: span(from: start)), others)
        }
        record(.operator, from: start)
        skipTrivia()
        let isWord = !startsNoWord(at: position) || peek() == Byte.openParen || peek() == Byte.openBrace
        guard isWord, let target = parseSingleArgument() else {
            reportMissing(.missingFileSpecification, at: SourceSpan(start: start, end: start + length))
            return Redirection(
                stream: stream, target: .file(.error(span(from: start)), append: isAppend), span: span(from: start)
            )
        }
        return checked(Redirection(stream: stream, target: .file(target, append: isAppend), span: span(from: start)), others)
    }

    private mutating func checked(_ redirection: Redirection, _ others: [Redirection]) -> Redirection {
        if others.contains(where: { $0.stream == redirection.stream }) {
            let name: String =
                switch redirection.stream {
                case .all: "* stream"
                case .output: "output stream"
                case .error: "error stream"
                case .warning: "warning stream"
                case .verbose: "verbose stream"
                case .debug: "debug stream"
                case .information: "information stream"
                }
            report(.streamAlreadyRedirected(name), redirection.span)
        }
        return redirection
    }
}
