import SourceText
import Values

/// A span together with the source file that it belongs to.
public struct ErrorPosition: Sendable {
    /// The text.
    public let file: SourceFile
    /// The span of the statement or command within the text.
    public let span: SourceSpan

    /// Joins a span to its file.
    public init(file: SourceFile, span: SourceSpan) {
        self.file = file
        self.span = span
    }

    /// The line and column of the span's first character.
    public var start: SourcePosition { file.position(of: span.start) }
    /// The text of the span's first line, without its line end.
    public var line: String { file.line(start.line) }
    /// InvocationInfo.PositionMessage: `At line:1 char:5` or `At <path>:1 char:5`, then the line and the marked part below it. At
    /// most 200 characters are marked.
    public var message: String {
        let start = start
        let place = file.path.map { "At \($0):\(start.line) char:\(start.column)" } ?? "At line:\(start.line) char:\(start.column)"
        let width = max(1, min(file.text(of: span).prefix { $0 != "\n" }.count, 200))
        return
            "\(place)\n+ \(line)\n+ \(String(repeating: " ", count: max(0, start.column - 1)))\(String(repeating: "~", count: width))"
    }
}
