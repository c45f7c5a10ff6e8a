import SourceText

extension Parser {
    /// `$name`, `$scope:name`, `${name}`, `$$`, `$^`, `$?`, or `@name` for splatting; nil without moving if no name follows the
    /// sign.
    mutating func parseVariable(in surroundings: Surroundings) -> VariableReference? {
        let start = position
        let isSplatted = peek() == Byte.at
        let next = peek(1)
        if next == Byte.openBrace, !isSplatted { return parseBracedVariable() }
        if !isSplatted, next == Byte.dollar || next == Byte.caret || next == Byte.question {
            position += 2
            // `$?` ends here: in `$?x` the `x` is not part of the name.
            record(.variable, from: start)
            let name = text(from: start + 1, to: position)
            return VariableReference(scope: nil, name: name, isSplatted: false, span: span(from: start))
        }
        var scan = variableNameEnd(from: start + 1)
        guard scan > start + 1 else { return nil }
        var scope: String?
        var nameStart = start + 1
        if byte(at: scan) == Byte.colon, byte(at: scan + 1) != Byte.colon {
            let afterColon = variableNameEnd(from: scan + 1)
            if afterColon > scan + 1 {
                scope = text(from: nameStart, to: scan)
                nameStart = scan + 1
                scan = afterColon
            } else if surroundings != .expression {
                report(.invalidVariableReferenceWithDrive, SourceSpan(start: start, end: scan + 1))
            }
        }
        position = scan
        record(.variable, from: start)
        return VariableReference(
            scope: scope, name: text(from: nameStart, to: scan), isSplatted: isSplatted, span: span(from: start)
        )
    }

    /// The offset behind letters, digits, `_` and `?`.
    private func variableNameEnd(from offset: Int) -> Int {
        var scan = offset
        while true {
            let length = byte(at: scan) == Byte.question ? 1 : identifierLength(at: scan)
            if length == 0 { return scan }
            scan += length
        }
    }

    private mutating func parseBracedVariable() -> VariableReference? {
        let start = position
        position += 2
        var name: [UInt8] = []
        while position < end, bytes[position] != Byte.closeBrace {
            if bytes[position] == Byte.openBrace {
                report(.openBraceInVariableName, SourceSpan(start: position, end: position + 1))
            }
            if bytes[position] == Byte.backtick, position + 1 < end {
                var escape = StringBuilder()
                parseEscape(into: &escape)
                name += escape.constant
                continue
            }
            name.append(bytes[position])
            position += 1
        }
        if position < end {
            position += 1
        } else {
            report(.missingClosingBraceOfVariable, SourceSpan(start: start, end: end), isIncomplete: true)
        }
        if name.isEmpty { report(.emptyVariableReference, span(from: start)) }
        record(.variable, from: start)
        let whole = String(decoding: name, as: UTF8.self)
        if let colon = name.firstIndex(of: Byte.colon), colon > 0, colon + 1 < name.count {
            return VariableReference(
                scope: String(decoding: name[..<colon], as: UTF8.self), name: String(decoding: name[(colon + 1)...], as: UTF8.self),
                isSplatted: false, span: span(from: start)
            )
        }
        return VariableReference(scope: nil, name: whole, isSplatted: false, span: span(from: start))
    }
}
