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
    /// How far behind the original cursor the word ends that it stands within.
    let moved: Int
    /// The word stands where the language has none without quotes.
    let isQuotedHere: Bool

    init(_ text: String, cursor wanted: Int, path: String? = nil) {
        whole = Array(text.utf8)
        var place = min(max(0, wanted), whole.count)
        let first = OpenDelimiters(Array(whole[..<place]))
        isBehindQuote = first.comment == nil && first.quote == nil && first.lastString?.upperBound == place
        if isBehindQuote { place -= 1 }
        let end = first.comment == nil && !isBehindQuote ? Self.endOfWord(whole, place, first) : place
        moved = end - place
        place = end
        cursor = place
        before = Array(whole[..<place])
        open = isBehindQuote || moved > 0 ? OpenDelimiters(before) : first
        let tail = open.comment != nil ? "" : Self.marker + Self.tail(open)
        var parsed = Self.parse(before + Array(tail.utf8), path)
        let start = Self.startOfWord(before)
        // Behind a sign there is a variable, an operator or a splat.
        let isSigned = start > 0 && "$@-".utf8.contains(before[start - 1])
        isQuotedHere =
            open.comment == nil && open.quote == nil && !isSigned && !Self.showsMarker(parsed.index, parsed.file, place)
        if isQuotedHere {
            let word = String(decoding: before[start...], as: UTF8.self)
            let quoted = Self.parse(before[..<start] + Array("'\(word)\(Self.marker)'\(Self.tail(open))".utf8), path)
            if Self.showsMarker(quoted.index, quoted.file, place) { parsed = quoted }
        }
        (file, index) = parsed
        behind = Self.behind(whole, place, open)
    }

    private static func parse(_ bytes: [UInt8], _ path: String?) -> (file: SourceFile, index: SyntaxIndex) {
        let file = SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self))
        return (file, SyntaxIndex(Parser.parse(file).script))
    }

    /// Whether the marker became a word of the tree. Where the language wants an expression (`$a -eq word`, `$table[word`) it does not.
    private static func showsMarker(_ index: SyntaxIndex, _ file: SourceFile, _ place: Int) -> Bool {
        guard let inner = index.innermost(at: place + 1) else { return false }
        let node = index.nodes[inner]
        switch node.content {
        case .expression(.string), .expression(.expandableString), .expression(.variable), .expression(.number), .type,
            .commandParameter, .parameter, .property, .attribute, .attributeArgument, .using:
            return file.text(of: node.span).contains(marker)
        default: return false
        }
    }

    private static func startOfWord(_ before: [UInt8]) -> Int {
        before.count - before.reversed().prefix { isWordByte($0) }.count
    }

    /// The end of the word that the cursor stands within: what is completed is the whole word, as it is what is replaced.
    private static func endOfWord(_ bytes: [UInt8], _ place: Int, _ open: OpenDelimiters) -> Int {
        guard place < bytes.count, place > 0 else { return place }
        if open.stack.last?.opening == .variable {
            return place + bytes[place...].prefix { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "\n") }.count
        }
        guard open.quote == nil, !" \t\r\n'\"(){}[],;|&.:".utf8.contains(bytes[place - 1]), bytes[place] > 0x20 else {
            return place
        }
        let file = SourceFile(text: String(decoding: bytes, as: UTF8.self))
        let token = Tokenizer.tokens(of: file).first { Int($0.span.start) < place && place < Int($0.span.end) }
        switch token?.kind {
        case .command, .argument, .parameter, .variable, .member, .type, .keyword, .label:
            return token.map { Int($0.span.end) } ?? place
        default: return place
        }
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
        let word = rest.prefix { isWordByte($0) }.count
        if open.stack.last?.opening == .variable, place + word < bytes.count, bytes[place + word] == UInt8(ascii: "}") {
            return word + 1
        }
        return word
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || (48...57).contains(byte) || (65...90).contains(byte)
            || (97...122).contains(byte)
    }

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
