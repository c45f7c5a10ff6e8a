import SourceText

/// Reads PowerShell 7's language into a syntax tree.
///
/// Works on UTF-8 bytes with one cursor and no token array: what a byte means depends on where it stands (a command's argument, an
/// expression, a type's name), so each rule reads its own characters. Every rule moves forward only, and looks ahead at most over white
/// space and comments, which keeps the time proportional to the text. Depth is bounded, so no text can exhaust the stack.
public struct Parser {
    /// Errors beyond this many are not collected.
    public static let maximumErrorCount = 20
    /// How deeply expressions, blocks and strings may nest; each level of parentheses counts four.
    static let maximumDepth = 400

    /// How many members, calls and indexes may stand one on the other on any way through the tree.
    static let maximumLinkHeight = 1000

    let file: SourceFile
    let bytes: [UInt8]
    let end: Int
    var position = 0
    var depth = 0
    /// The longest way over `.member`, `(…)` and `[…]` links in the operand that was read last.
    var linkHeight = 0
    var errors: [ParseError] = []
    /// Set by the first error that stands at the end of the text (or by too deep nesting): what follows from it is not reported.
    var hasGivenUp = false
    /// Set between the parentheses of a method call and in parameter defaults, where a comma separates arguments.
    var isCommaDisabled = false
    /// How many strings stand around the subexpression being read, each of which doubles the quotes in it. A depth beyond the few that
    /// people write would cost time and is counted no further.
    var quoteDoublings = 0
    static let maximumQuoteDoublings = 6
    /// All comments so far, ascending; looking ahead never adds one twice.
    var comments: [SourceSpan] = []
    var requirements = RequirementsBuilder()
    /// The classes and enumerations so far, in lower case.
    var definedTypes: Set<String> = []
    /// Brackets that were read in search of `param` or `class`, and turned out to begin an expression.
    var pendingBrackets: BracketList?
    /// What stands around the statement being read, outermost first.
    var enclosures: [Enclosure] = []
    /// What the tokenizer asks for; the parser alone leaves it nil.
    var tokens: [SyntaxToken]?
    /// The operator last looked at, since each level of precedence asks again.
    var peekedOperator: (position: Int, found: (BinaryOperator, length: Int)?) = (-1, nil)

    init(_ file: SourceFile, recordsTokens: Bool = false) {
        self.file = file
        bytes = file.utf8
        end = file.utf8.count
        tokens = recordsTokens ? [] : nil
    }

    /// Parses a whole text. Never fails: what is wrong stands in the result's errors.
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
    /// Reports an error. One that stands where another stands already is a consequence of it and is dropped.
    mutating func report(_ diagnostic: Diagnostic, _ span: SourceSpan, isIncomplete: Bool = false) {
        guard canReport(at: span) else { return }
        let text = diagnostic.text
        errors.append(ParseError(message: text.message, errorID: text.id, span: span, isIncomplete: isIncomplete))
        if isIncomplete { hasGivenUp = true }
    }

    /// Reports that something is missing at the cursor. At the end of the text, more input could mend it.
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

    /// Counts one level of nesting. False, with an error, when there are too many; the rest of the text is then given up.
    mutating func enter() -> Bool {
        depth += 1
        guard depth > Self.maximumDepth else { return true }
        giveUp()
        return false
    }

    /// Reports a text that nests too deeply and passes over the rest of it.
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
