/// The brackets, strings and comments that are open at the end of an incomplete text.
///
/// The parser builds complete trees only of complete texts, so completion closes what is open before it parses.
struct OpenDelimiters {
    /// An opening delimiter; `table` is `@{`.
    enum Opening: Equatable {
        case paren, brace, table, bracket
        case single, double, hereSingle, hereDouble
        /// `${`.
        case variable
    }
    enum Comment: Equatable { case line(start: Int), block(start: Int) }

    /// The open delimiters with their offsets, innermost last.
    private(set) var stack: [(opening: Opening, start: Int)] = []
    /// The comment that the text ends in.
    private(set) var comment: Comment?
    /// The range of the last closed string.
    private(set) var lastString: Range<Int>?
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var place = 0
        while place < bytes.count { place = max(place + 1, step(place)) }
    }

    /// The string that the text ends in; nil where it ends outside of strings.
    var quote: (opening: Opening, start: Int)? {
        guard let last = stack.last, [.single, .double, .hereSingle, .hereDouble].contains(last.opening) else { return nil }
        return last
    }

    private func byte(_ place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0 }

    private func isWordStart(_ place: Int) -> Bool {
        place == 0 || " \t\r\n;|&(){},".utf8.contains(byte(place - 1))
    }

    /// Reads what is at an offset.
    /// - Returns: the offset to continue at.
    private mutating func step(_ place: Int) -> Int {
        let byte = byte(place)
        switch comment {
        case .line?:
            if byte == UInt8(ascii: "\n") { comment = nil }
            return place + 1
        case .block?:
            if byte == UInt8(ascii: ">"), self.byte(place - 1) == UInt8(ascii: "#") { comment = nil }
            return place + 1
        case nil: break
        }
        switch stack.last?.opening {
        case .single?: return inSingle(place, byte)
        case .double?, .hereDouble?: return inDouble(place, byte)
        case .hereSingle?: return inHere(place, UInt8(ascii: "'"))
        case .variable?:
            if byte == UInt8(ascii: "}") { stack.removeLast() }
            return place + 1
        default: return inCode(place, byte)
        }
    }

    private mutating func close(_ place: Int) {
        guard let last = stack.popLast() else { return }
        lastString = last.start..<place
    }

    private mutating func inSingle(_ place: Int, _ byte: UInt8) -> Int {
        guard byte == UInt8(ascii: "'") else { return place + 1 }
        if self.byte(place + 1) == byte { return place + 2 }
        close(place + 1)
        return place + 1
    }

    private mutating func inHere(_ place: Int, _ quote: UInt8) -> Int {
        if byte(place) == quote, byte(place + 1) == UInt8(ascii: "@"), byte(place - 1) == UInt8(ascii: "\n") {
            close(place + 2)
            return place + 2
        }
        return place + 1
    }

    private mutating func inDouble(_ place: Int, _ byte: UInt8) -> Int {
        if byte == UInt8(ascii: "`") { return place + 2 }
        if byte == UInt8(ascii: "$"), self.byte(place + 1) == UInt8(ascii: "(") {
            stack.append((.paren, place))
            return place + 2
        }
        if byte == UInt8(ascii: "$"), self.byte(place + 1) == UInt8(ascii: "{") {
            stack.append((.variable, place))
            return place + 2
        }
        if stack.last?.opening == .hereDouble { return inHere(place, UInt8(ascii: "\"")) }
        guard byte == UInt8(ascii: "\"") else { return place + 1 }
        if self.byte(place + 1) == byte { return place + 2 }
        close(place + 1)
        return place + 1
    }

    private mutating func inCode(_ place: Int, _ byte: UInt8) -> Int {
        let next = self.byte(place + 1)
        switch byte {
        case UInt8(ascii: "`"): return place + 2
        case UInt8(ascii: "#") where isWordStart(place): comment = .line(start: place)
        case UInt8(ascii: "<") where next == UInt8(ascii: "#"): comment = .block(start: place)
        case UInt8(ascii: "'"): stack.append((.single, place))
        case UInt8(ascii: "\""): stack.append((.double, place))
        case UInt8(ascii: "@") where next == UInt8(ascii: "'") || next == UInt8(ascii: "\""):
            stack.append((next == UInt8(ascii: "'") ? .hereSingle : .hereDouble, place))
            return place + 2
        case UInt8(ascii: "@") where next == UInt8(ascii: "{"):
            stack.append((.table, place))
            return place + 2
        case UInt8(ascii: "$") where next == UInt8(ascii: "{"):
            stack.append((.variable, place))
            return place + 2
        case UInt8(ascii: "("): stack.append((.paren, place))
        case UInt8(ascii: "{"): stack.append((.brace, place))
        case UInt8(ascii: "["): stack.append((.bracket, place))
        case UInt8(ascii: ")"): pop([.paren])
        case UInt8(ascii: "}"): pop([.brace, .table])
        case UInt8(ascii: "]"): pop([.bracket])
        default: break
        }
        return place + 1
    }

    /// Closes the innermost of the given openings. Other brackets inside it that are still open were parts of words, such as `[` in
    /// a pattern.
    private mutating func pop(_ openings: [Opening]) {
        guard let place = stack.lastIndex(where: { openings.contains($0.opening) }) else { return }
        if openings == [.bracket], place != stack.count - 1 { return }
        stack.removeSubrange(place...)
    }

    /// The closing delimiters for everything that is open, innermost first, with what the grammar requires behind them.
    var closing: String {
        var text = ""
        for place in stack.indices.reversed() {
            switch stack[place].opening {
            case .single: text += "'"
            case .double: text += "\""
            case .hereSingle: text += "\n'@"
            case .hereDouble: text += "\n\"@"
            case .variable, .table: text += "}"
            case .brace: text += (place == stack.count - 1 && isSwitch(place) ? "{}}" : "}") + tail(ofBlockAt: place)
            case .paren: text += ")" + tail(ofParenAt: place)
            case .bracket:
                // An attribute needs the variable that it applies to.
                text += place + 1 < stack.count && stack[place + 1].opening == .paren ? "]$x" : "]"
            }
        }
        return text
    }

    /// The word directly before an offset, in lower case.
    private func word(before place: Int) -> String {
        let before = bytes[..<min(place, bytes.count)].reversed().drop { $0 <= 0x20 }
        let word = before.prefix { ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || ($0 >= 65 && $0 <= 90) }
        return String(decoding: word.reversed(), as: UTF8.self).lowercased()
    }

    /// The block that `if (…)` and the like require.
    private func tail(ofParenAt place: Int) -> String {
        ["if", "elseif", "while", "for", "foreach", "switch"].contains(word(before: stack[place].start)) ? "{}" : ""
    }

    /// Whether a brace opens a switch's clauses: a clause that is not complete needs a block.
    private func isSwitch(_ place: Int) -> Bool {
        let before = bytes[..<min(stack[place].start, bytes.count)]
        guard let end = before.lastIndex(where: { $0 > 0x20 }), before[end] == UInt8(ascii: ")") else { return false }
        var depth = 0
        for index in before[...end].indices.reversed() {
            if before[index] == UInt8(ascii: ")") { depth += 1 }
            if before[index] == UInt8(ascii: "(") { depth -= 1 }
            if depth == 0 { return ["switch"].contains(word(before: index)) }
        }
        return false
    }

    /// The rest of a `do` or `try` statement.
    private func tail(ofBlockAt place: Int) -> String {
        switch word(before: stack[place].start) {
        case "do": " while(1)"
        case "try": " finally{}"
        default: ""
        }
    }

    /// Whether the cursor is at a key of a hashtable literal.
    var expectsKey: Bool {
        guard let last = stack.last(where: { ![.single, .double].contains($0.opening) }), last.opening == .table else {
            return false
        }
        let inner = bytes[min(bytes.count, last.start + 2)...]
        let entry = inner.reversed().prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\n") }
        return !entry.contains(UInt8(ascii: "="))
    }
}
