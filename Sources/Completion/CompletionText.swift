import SourceText
import Syntax

/// A text with a cursor, completed so that it parses: the text before the cursor, a marker word at the cursor, and closing
/// delimiters for everything that is open.
struct CompletionText {
    /// A word that no text has. It becomes part of the word at the cursor, whose node is thereby found in the tree.
    static let marker = "zcursorz"

    /// The whole text.
    let whole: [UInt8]
    /// The offset that is completed: the cursor, moved before a closing quote directly behind a word, or to the end of the word
    /// around it.
    let cursor: Int
    /// The text up to the cursor.
    let before: [UInt8]
    /// What is open at the cursor.
    let open: OpenDelimiters
    /// The text that was parsed, and the index of its tree.
    let file: SourceFile
    let index: SyntaxIndex
    /// The number of bytes behind `cursor` that belong to the word.
    let behind: Int
    /// Whether the cursor stands directly behind a closing quote.
    let isBehindQuote: Bool
    /// The distance from the cursor to the end of the word around it, in bytes.
    let moved: Int
    /// Whether the word had to be quoted to parse, as the grammar has no bare word there (`$a -eq word`).
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
        // Directly behind one of these signs the word is a variable, a splatted one, or an operator.
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

    /// Whether the marker became part of a node. It does not where the grammar wants an expression (`$a -eq word`, `$table[word`).
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

    /// The end of the word around the cursor: the whole word is completed and replaced, not the part before the cursor only.
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

    /// The delimiters to append, with a value for a hashtable key at the cursor.
    private static func tail(_ open: OpenDelimiters) -> String {
        guard open.expectsKey else { return open.closing }
        let quote = open.quote.map { $0.opening == .single ? "'" : "\"" } ?? ""
        return quote + "=1" + open.closing.dropFirst(quote.count)
    }

    /// The length of the rest of the word behind the cursor, a closing quote or brace included.
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

    /// The innermost node with the marker and its ancestors, innermost first.
    var path: [SyntaxIndex.Node] {
        guard let place = index.innermost(at: cursor + 1) else { return [] }
        return index.path(from: place).map { index.nodes[$0] }
    }

    /// The text between an offset and the cursor.
    func text(from start: Int) -> String { String(decoding: before[min(max(0, start), cursor)..<cursor], as: UTF8.self) }

    /// The current line up to the cursor.
    var line: String {
        String(decoding: before.reversed().prefix { $0 != UInt8(ascii: "\n") }.reversed(), as: UTF8.self)
    }

    /// A node's text without the marker.
    func written(_ span: SourceSpan) -> String { file.text(of: span).replacing(Self.marker, with: "") }

    func holdsCursor(_ span: SourceSpan) -> Bool { Int(span.start) <= cursor && cursor < Int(span.end) }
}
