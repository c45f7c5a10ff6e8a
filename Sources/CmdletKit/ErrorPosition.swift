import SourceText
import Values

/// A span in its file.
public struct ErrorPosition: Sendable {
    public let file: SourceFile
    public let span: SourceSpan

    public init(file: SourceFile, span: SourceSpan) {
        self.file = file
        self.span = span
    }

    public var start: SourcePosition { file.position(of: span.start) }
    /// The text of the line on which it starts.
    public var line: String { file.line(start.line) }
    /// `At line:1 char:5` with the marked excerpt.
    public var message: String {
        let start = start
        let place = file.path.map { "At \($0):\(start.line) char:\(start.column)" } ?? "At line:\(start.line) char:\(start.column)"
        let width = max(1, min(file.text(of: span).prefix { $0 != "\n" }.count, 200))
        return
            "\(place)\n+ \(line)\n+ \(String(repeating: " ", count: max(0, start.column - 1)))\(String(repeating: "~", count: width))"
    }
}
