import SourceText

/// What a text gave: the tree, and what was wrong with it.
public struct ParseResult: Sendable {
    public let file: SourceFile
    /// The whole text. With errors it has `.error` nodes and gaps, and serves completion only: it must not run.
    public let script: ScriptBlockSyntax
    /// In the order of the text; at most `Parser.maximumErrorCount`.
    public let errors: [ParseError]

    /// Whether more lines could make the text whole: an open brace, quote or here-string, a trailing pipe or operator.
    /// False as soon as one error is final.
    public var isIncomplete: Bool { !errors.isEmpty && errors.allSatisfy(\.isIncomplete) }
}

/// One thing that is wrong with a text.
public struct ParseError: Error, Sendable, Hashable {
    /// As PowerShell 7 words it.
    public let message: String
    /// PowerShell's id, such as `MissingEndCurlyBrace`.
    public let errorID: String
    public let span: SourceSpan
    /// Whether more input could mend it.
    public let isIncomplete: Bool
}
