import SourceText

/// Collects the parts of a string while it is parsed.
struct StringBuilder {
    private(set) var parts: [ExpandableString.Part] = []
    private var text: [UInt8] = []

    mutating func append(_ byte: UInt8) { text.append(byte) }
    mutating func append(_ bytes: some Sequence<UInt8>) { text.append(contentsOf: bytes) }

    /// The bytes collected since the last expression.
    var constant: [UInt8] { text }

    mutating func append(_ expression: Expression) {
        flush()
        parts.append(.expression(expression))
    }

    private mutating func flush() {
        guard !text.isEmpty else { return }
        parts.append(.text(String(decoding: text, as: UTF8.self)))
        text.removeAll(keepingCapacity: true)
    }

    /// The expression of the string; a constant if nothing in it is expanded.
    mutating func expression(kind: StringKind, span: SourceSpan) -> Expression {
        if parts.isEmpty {
            return .string(StringConstant(value: String(decoding: text, as: UTF8.self), kind: kind, span: span))
        }
        flush()
        return .expandableString(ExpandableString(parts: parts, kind: kind, span: span))
    }
}

/// Quoted strings and here-strings (about_Quoting_Rules).
extension Parser {
    /// `'…'` including its quotes; two quotes in a row stand for one.
    mutating func parseSingleQuoted(into builder: inout StringBuilder) {
        let start = position
        position += singleQuoteLength(at: position)
        var segment = position
        while position < end {
            guard case let quote = singleQuoteLength(at: position), quote > 0 else {
                position += 1
                continue
            }
            let second = singleQuoteLength(at: position + quote)
            builder.append(literalBytes(from: segment, to: position))
            if second == 0 {
                position += quote
                record(.string, from: start)
                return
            }
            builder.append(bytes[position..<position + quote])
            position += quote + second
            segment = position
        }
        builder.append(bytes[segment..<end])
        record(.string, from: start)
        report(.unterminatedString("'"), SourceSpan(start: start, end: end), isIncomplete: true)
    }

    /// `"…"` including its quotes, with escapes, variables and subexpressions; two quotes in a row stand for one.
    mutating func parseDoubleQuoted(into builder: inout StringBuilder) {
        let start = position
        var tokenStart = start
        position += doubleQuoteLength(at: position)
        var segment = position
        while position < end {
            switch bytes[position] {
            case Byte.backtick where quoteDoublings == 0 || doubleQuoteLength(at: position) == 0:
                builder.append(bytes[segment..<position])
                parseEscape(into: &builder)
                segment = position
            case Byte.dollar:
                builder.append(bytes[segment..<position])
                segment = position
                let expansion = position
                let recorded = tokens?.count ?? 0
                if parseExpansion(into: &builder, in: .string) {
                    recordString(from: tokenStart, to: expansion, before: recorded)
                    tokenStart = position
                    segment = position
                } else {
                    position += 1
                }
            case Byte.doubleQuote, Byte.backtick, 0xE2:
                let quote = doubleQuoteLength(at: position)
                if quote == 0 {
                    position += 1
                    continue
                }
                let second = doubleQuoteLength(at: position + quote)
                builder.append(bytes[segment..<position])
                if second == 0 {
                    position += quote
                    record(.string, from: tokenStart)
                    return
                }
                builder.append(literalBytes(from: position, to: position + quote))
                position += quote + second
                segment = position
            default:
                position += 1
            }
        }
        if segment < end { builder.append(bytes[segment..<end]) }
        position = end
        record(.string, from: tokenStart)
        report(.unterminatedString("\""), SourceSpan(start: start, end: end), isIncomplete: true)
    }

    /// Inserts the token of the string's text before the tokens of the expansion that was just read.
    private mutating func recordString(from start: Int, to stop: Int, before index: Int) {
        guard tokens != nil, start < stop else { return }
        tokens?.insert(SyntaxToken(kind: .string, span: SourceSpan(start: start, end: stop)), at: index)
    }

    /// A variable or `$( )` in a string; false without moving if the `$` stands for itself.
    mutating func parseExpansion(into builder: inout StringBuilder, in surroundings: Surroundings) -> Bool {
        if peek(1) == Byte.openParen {
            let doublings = quoteDoublings
            defer { quoteDoublings = doublings }
            if surroundings == .string { quoteDoublings = min(quoteDoublings + 1, Self.maximumQuoteDoublings) }
            builder.append(parseSubexpression())
            return true
        }
        guard let variable = parseVariable(in: surroundings) else { return false }
        builder.append(.variable(variable))
        return true
    }

    /// A backtick and the character that it escapes (about_Special_Characters).
    mutating func parseEscape(into builder: inout StringBuilder) {
        position += 1
        guard position < end else { return }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "0"): builder.append(0)
        case UInt8(ascii: "a"): builder.append(7)
        case UInt8(ascii: "b"): builder.append(8)
        case UInt8(ascii: "e"): builder.append(27)
        case UInt8(ascii: "f"): builder.append(12)
        case UInt8(ascii: "n"): builder.append(10)
        case UInt8(ascii: "r"): builder.append(13)
        case UInt8(ascii: "t"): builder.append(9)
        case UInt8(ascii: "v"): builder.append(11)
        case UInt8(ascii: "u") where peek() == Byte.openBrace: parseUnicodeEscape(into: &builder)
        default: builder.append(byte)
        }
    }

    private mutating func parseUnicodeEscape(into builder: inout StringBuilder) {
        let start = position - 2
        var scan = position + 1
        while scan < end, scan - position <= 7, hexValue(bytes[scan]) != nil { scan += 1 }
        let digits = text(from: position + 1, to: scan)
        guard !digits.isEmpty, digits.utf8.count <= 6, byte(at: scan) == Byte.closeBrace, let value = UInt32(digits, radix: 16)
        else {
            report(.invalidUnicodeEscape, SourceSpan(start: start, end: min(end, scan + 1)))
            position = scan
            return
        }
        position = scan + 1
        guard value <= 0x10FFFF else {
            report(.invalidUnicodeEscapeValue, span(from: start))
            return
        }
        // A lone surrogate has no UTF-8 form: U+FFFD takes its place.
        builder.append(String(Unicode.Scalar(value).map(Character.init) ?? "\u{FFFD}").utf8)
    }

    func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// `@"` or `@'` up to the closing quote and `@` at the beginning of a line. The line ends next to both are not part of the
    /// string.
    mutating func parseHereString(isExpandable: Bool) -> Expression {
        let start = position
        position += 1 + (isExpandable ? doubleQuoteLength(at: position + 1) : singleQuoteLength(at: position + 1))
        while case let length = spaceLength(at: position), length > 0 { position += length }
        let headerEnd = newlineLength(at: position)
        if headerEnd == 0 {
            if isAtEnd {
                report(.unterminatedString(isExpandable ? "\"@" : "'@"), span(from: start), isIncomplete: true)
            } else {
                report(.hereStringHeader, SourceSpan(start: position, end: position + 1))
                while position < end, newlineLength(at: position) == 0 { position += 1 }
            }
            return .error(span(from: start))
        }
        var builder = StringBuilder()
        var tokenStart = start
        var indentedFooter: Int?
        // A line end is added to the string only when the next line is known not to begin with the footer.
        var segment = position + headerEnd
        if footerLength(at: segment, isExpandable) > 0 {
            position = segment + footerLength(at: segment, isExpandable)
            record(.string, from: start)
            return builder.expression(kind: isExpandable ? .hereDouble : .hereSingle, span: span(from: start))
        }
        position = segment
        while position < end {
            let newline = newlineLength(at: position)
            if newline > 0 {
                let footer = footerLength(at: position + newline, isExpandable)
                if footer > 0 {
                    builder.append(bytes[segment..<position])
                    position += newline + footer
                    record(.string, from: tokenStart)
                    return builder.expression(kind: isExpandable ? .hereDouble : .hereSingle, span: span(from: start))
                }
                position += newline
                var indent = position
                while case let length = spaceLength(at: indent), length > 0 { indent += length }
                if indentedFooter == nil, indent > position, footerLength(at: indent, isExpandable) > 0 { indentedFooter = indent }
            } else if isExpandable, bytes[position] == Byte.backtick {
                builder.append(bytes[segment..<position])
                // An escaped line end cannot precede the footer.
                parseEscape(into: &builder)
                segment = position
            } else if isExpandable, bytes[position] == Byte.dollar {
                builder.append(bytes[segment..<position])
                segment = position
                let expansion = position
                let recorded = tokens?.count ?? 0
                if parseExpansion(into: &builder, in: .hereString) {
                    recordString(from: tokenStart, to: expansion, before: recorded)
                    tokenStart = position
                    segment = position
                } else {
                    position += 1
                }
            } else {
                position += 1
            }
        }
        position = end
        record(.string, from: tokenStart)
        if let indentedFooter {
            report(.hereStringFooter, SourceSpan(start: indentedFooter, end: indentedFooter + 2))
            hasGivenUp = true
        } else {
            report(.unterminatedString(isExpandable ? "\"@" : "'@"), SourceSpan(start: start, end: end), isIncomplete: true)
        }
        return .error(span(from: start))
    }

    private func footerLength(at offset: Int, _ isExpandable: Bool) -> Int {
        let quote = isExpandable ? doubleQuoteLength(at: offset) : singleQuoteLength(at: offset)
        return quote > 0 && byte(at: offset + quote) == Byte.at ? quote + 1 : 0
    }
}
