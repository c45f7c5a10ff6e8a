import SourceText

/// Parses PowerShell 7's language into a syntax tree.
///
/// A recursive descent on UTF-8 bytes, with one cursor and no separate lexer: what a byte means depends on its context (a command's
/// argument, an expression, a type's name), so each rule reads its own characters. Rules look ahead at most over white space and
/// comments, which keeps the time proportional to the length of the text. Depth is limited, so no text can exhaust the stack.
public struct Parser {
    /// The most errors that are collected for a text.
    public static let maximumErrorCount = 20
    /// How deeply expressions, blocks and strings may nest. A pair of parentheses takes three levels.
    static let maximumDepth = 400

    /// How many members, calls and indexes may be chained on a path through the tree.
    static let maximumLinkHeight = 1000

    let file: SourceFile
    let bytes: [UInt8]
    let end: Int
    var position = 0
    var depth = 0
    /// The largest number of `.member`, `(…)` and `[…]` links on a path through the operand that was parsed last.
    var linkHeight = 0
    var errors: [ParseError] = []
    /// Set by the first error at the end of the text, or by too deep nesting. Errors after that are consequences and are not
    /// reported.
    var hasGivenUp = false
    /// Whether a comma separates arguments instead of building an array: in the parentheses of a method call and in parameter
    /// defaults.
    var isCommaDisabled = false
    /// The number of strings around the current subexpression; each doubles the quotes in it. Limited to a few more than people
    /// write, because reading a quote takes time exponential in it.
    var quoteDoublings = 0
    static let maximumQuoteDoublings = 6
    /// The comments read so far, ascending. Looking ahead never adds one twice.
    var comments: [SourceSpan] = []
    var requirements = RequirementsBuilder()
    /// The classes and enumerations read so far, in lower case.
    var definedTypes: Set<String> = []
    /// Brackets that were read in search of `param` or `class`, but turned out to begin an expression.
    var pendingBrackets: BracketList?
    /// The constructs around the statement that is being read, outermost first.
    var enclosures: [Enclosure] = []
    /// The recorded tokens; nil if nobody asked for them.
    var tokens: [SyntaxToken]?
    /// The operator found last, because each level of precedence asks for it again.
    var peekedOperator: (position: Int, found: (BinaryOperator, length: Int)?) = (-1, nil)

    init(_ file: SourceFile, recordsTokens: Bool = false) {
        self.file = file
        bytes = file.utf8
        end = file.utf8.count
        tokens = recordsTokens ? [] : nil
    }

    /// Parses a whole text. Never fails: errors are part of the result.
    public static func parse(_ file: SourceFile) -> ParseResult {
        var parser = Parser(file)
        return parser.parseFile()
    }

    mutating func parseFile() -> ParseResult {
        if bytes.starts(with: Array("#!".utf8)) { skipTrivia() }
        let script = parseScript()
        if !definedTypes.isEmpty { file.define(types: definedTypes) }
        let sorted = errors.enumerated().sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }
        return ParseResult(file: file, script: script, errors: sorted.map(\.element))
    }
}

// MARK: - Errors and depth

extension Parser {
    /// Reports an error. An error at the position of an earlier one is a consequence of it and is dropped.
    mutating func report(_ diagnostic: Diagnostic, _ span: SourceSpan, isIncomplete: Bool = false) {
        guard canReport(at: span) else { return }
        let text = diagnostic.text
        errors.append(ParseError(message: text.message, errorID: text.id, span: span, isIncomplete: isIncomplete))
        if isIncomplete { hasGivenUp = true }
    }

    /// Reports that something is missing at the cursor. At the end of the text the error is marked as incomplete.
    mutating func reportMissing(_ diagnostic: Diagnostic, at span: SourceSpan? = nil) {
        let here = span ?? SourceSpan(start: position, end: min(end, position + max(1, tokenLength(at: position))))
        guard !hasGivenUp, errors.count < Self.maximumErrorCount else { return }
        let isIncomplete = isOnlyTriviaLeft
        guard isIncomplete || canReport(at: here) else { return }
        report(diagnostic, here, isIncomplete: isIncomplete)
    }

    private func canReport(at span: SourceSpan) -> Bool {
        !hasGivenUp && errors.count < Self.maximumErrorCount && !errors.contains { $0.span.start == span.start }
    }

    /// Enters one level of nesting.
    /// - Returns: false, with an error, if there are too many; the rest of the text is then skipped.
    mutating func enter() -> Bool {
        depth += 1
        guard depth > Self.maximumDepth else { return true }
        giveUp()
        return false
    }

    /// Reports that the text nests too deeply, and skips the rest of it.
    mutating func giveUp() {
        report(.tooComplex, SourceSpan(start: position, end: min(end, position + 1)))
        hasGivenUp = true
        pendingBrackets = nil
        position = end
    }

    mutating func leave() { depth -= 1 }

    func span(from start: Int) -> SourceSpan { SourceSpan(start: start, end: position) }

    mutating func record(_ kind: SyntaxToken.Kind, from start: Int, to end: Int? = nil) {
        guard tokens != nil, start < (end ?? position) else { return }
        tokens?.append(SyntaxToken(kind: kind, span: SourceSpan(start: start, end: end ?? position)))
    }
}
