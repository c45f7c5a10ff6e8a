import SourceText

/// One coloured stretch of a text.
public struct SyntaxToken: Sendable, Hashable {
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// A command's or function's name.
        case command
        /// `-Name`.
        case parameter
        /// A bare word behind a command.
        case argument
        /// A quoted string; what is expanded in it has tokens of its own.
        case string
        case variable
        case number
        case `operator`
        case keyword
        case comment
        case type
        /// A member's, key's or enum value's name.
        case member
        case label
    }

    public let kind: Kind
    public let span: SourceSpan
}

/// Classifies a text's tokens for colouring and completion, whole or not. Nothing is run.
public enum Tokenizer {
    /// The tokens in the order of the text, without overlaps; punctuation and white space have none.
    public static func tokens(of file: SourceFile) -> [SyntaxToken] { parse(file).tokens }

    /// The tokens together with the tree and the errors, for callers that need both.
    public static func parse(_ file: SourceFile) -> (result: ParseResult, tokens: [SyntaxToken]) {
        var parser = Parser(file, recordsTokens: true)
        let result = parser.parseFile()
        var tokens: [SyntaxToken] = []
        // A rule that gave up and tried again may have recorded a stretch twice; the first reading stands.
        for token in (parser.tokens ?? []).enumerated().sorted(by: {
            ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
        }) {
            if let last = tokens.last, last.span.end > token.element.span.start { continue }
            tokens.append(token.element)
        }
        return (result, tokens)
    }
}
