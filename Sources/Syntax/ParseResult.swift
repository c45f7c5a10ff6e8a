import SourceText

/// The result of parsing a text: the tree and the errors.
public struct ParseResult: Sendable {
    /// The text.
    public let file: SourceFile
    /// The tree of the whole text. If there are errors, it has `.error` nodes and gaps: it is of use to completion and must not be
    /// run.
    public let script: ScriptBlockSyntax
    /// The errors in the order of the text; at most `Parser.maximumErrorCount`.
    public let errors: [ParseError]

    /// Whether more lines could make the text valid: a brace, quote or here-string is open, or an operator or pipe stands at the
    /// end. False if any error is final.
    public var isIncomplete: Bool { !errors.isEmpty && errors.allSatisfy(\.isIncomplete) }
}

/// An error in a text.
public struct ParseError: Error, Sendable, Hashable {
    /// The message, in PowerShell 7's words.
    public let message: String
    /// PowerShell's error id (`MissingEndCurlyBrace`).
    public let errorID: String
    /// The extent to mark.
    public let span: SourceSpan
    /// Whether more input could remove the error.
    public let isIncomplete: Bool
}
