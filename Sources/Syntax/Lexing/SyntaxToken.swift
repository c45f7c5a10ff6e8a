import SourceText

/// A classified range of a text, for syntax colouring.
public struct SyntaxToken: Sendable, Hashable {
    /// The class of a token.
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// The name of a command or function.
        case command
        /// The name of a parameter, with its hyphen.
        case parameter
        /// A bare word that is an argument.
        case argument
        /// A quoted string; expansions in it have tokens of their own.
        case string
        case variable
        case number
        case `operator`
        case keyword
        case comment
        case type
        /// The name of a member, hashtable key or enum value.
        case member
        case label
    }

    /// The class.
    public let kind: Kind
    /// The extent in the file.
    public let span: SourceSpan
}

/// Classifies the tokens of a text, which may be incomplete, for syntax colouring and completion. Runs no code.
public enum Tokenizer {
    /// The tokens in the order of the text, without overlaps. Punctuation and white space have none.
    public static func tokens(of file: SourceFile) -> [SyntaxToken] { parse(file).tokens }

    /// The tokens together with the parse result, for callers that need both.
    public static func parse(_ file: SourceFile) -> (result: ParseResult, tokens: [SyntaxToken]) {
        var parser = Parser(file, recordsTokens: true)
        let result = parser.parseFile()
        var tokens: [SyntaxToken] = []
        // A rule that backtracked may have recorded a range twice: the first token counts.
        for token in (parser.tokens ?? []).enumerated().sorted(by: {
            ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
        }) {
            if let last = tokens.last, last.span.end > token.element.span.start { continue }
            tokens.append(token.element)
        }
        return (result, tokens)
    }
}
