import SourceText
import Syntax

/// A text and the cursor in it, made whole for the parser: what stands before the cursor, a marker in the cursor's place, and what closes
/// all that is open.
struct CompletionText {
    /// A word that nobody writes; it takes part in whatever word the cursor stands in.
    static let marker = "zcursorz"

    let whole: [UInt8]
    /// Where the word may be completed: the cursor, or the place before a closing quote right before it.
    let cursor: Int
    /// The text up to the cursor.
    let before: [UInt8]
    let open: OpenDelimiters
    let file: SourceFile
    let index: SyntaxIndex
    /// How much behind `cursor` belongs to the word.
    let behind: Int
    /// The original cursor behind a closing quote.
    let isBehindQuote: Bool

    init(_ text: String, cursor wanted: Int, path: String? = nil) {
        whole = Array(text.utf8)
        var place = min(max(0, wanted), whole.count)
        let first = OpenDelimiters(Array(whole[..<place]))
        isBehindQuote = first.comment == nil && first.quote == nil && first.lastString?.upperBound == place
        if isBehindQuote { place -= 1 }
        cursor = place
        before = Array(whole[..<place])
        open = isBehindQuote ? OpenDelimiters(before) : first
        let tail = open.comment != nil ? "" : Self.marker + Self.tail(open)
        let bytes = before + Array(tail.utf8)
        file = SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self))
        index = SyntaxIndex(Parser.parse(file).script)
        behind = Self.behind(whole, place, open)
    }

    private static func tail(_ open: OpenDelimiters) -> String {
        guard open.expectsKey else { return open.closing }
        let quote = open.quote.map { $0.opening == .single ? "'" : "\"" } ?? ""
        return quote + "=1" + open.closing.dropFirst(quote.count)
    }

    private static func behind(_ bytes: [UInt8], _ place: Int, _ open: OpenDelimiters) -> Int {
        let rest = bytes[place...]
        if let quote = open.quote {
            let end: UInt8 = quote.opening == .single ? UInt8(ascii: "'") : UInt8(ascii: "\"")
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            return line.firstIndex(of: end).map { $0 + 1 - place } ?? 0
        }
        let word = rest.prefix { $0 >= 0x80 || $0 == UInt8(ascii: "_") || isLetter($0) || (48...57).contains($0) }.count
        if open.stack.last?.opening == .variable, place + word < bytes.count, bytes[place + word] == UInt8(ascii: "}") {
            return word + 1
        }
        return word
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }

    /// The innermost node with the marker, and those around it, innermost first.
    var path: [SyntaxIndex.Node] {
        guard let place = index.innermost(at: cursor + 1) else { return [] }
        return index.path(from: place).map { index.nodes[$0] }
    }

    /// The text from an offset to the cursor.
    func text(from start: Int) -> String { String(decoding: before[min(max(0, start), cursor)..<cursor], as: UTF8.self) }

    /// The line up to the cursor.
    var line: String {
        String(decoding: before.reversed().prefix { $0 != UInt8(ascii: "\n") }.reversed(), as: UTF8.self)
    }

    /// A node's own text without the marker.
    func written(_ span: SourceSpan) -> String { file.text(of: span).replacing(Self.marker, with: "") }

    func holdsCursor(_ span: SourceSpan) -> Bool { Int(span.start) <= cursor && cursor < Int(span.end) }
}
