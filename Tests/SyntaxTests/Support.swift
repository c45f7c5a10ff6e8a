import SourceText
import Syntax
import Testing

/// A row of a test table: a text and the expected result.
struct Case: Sendable, CustomTestStringConvertible {
    let source: String
    let expected: String

    init(_ source: String, _ expected: String) {
        self.source = source
        self.expected = expected
    }

    var testDescription: String { source }
}

func parse(_ text: String) -> ParseResult { Parser.parse(SourceFile(text: text)) }

func dump(_ text: String) -> String {
    let result = parse(text)
    let errors = result.errors.map { "!\($0.errorID)" }.joined(separator: " ")
    return ASTDump.dump(result.script) + (errors.isEmpty ? "" : " " + errors)
}
