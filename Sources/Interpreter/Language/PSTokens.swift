import SourceText
import Syntax
import Values

/// System.Management.Automation.PSParser and its tokens: the tokenizer of PowerShell 2, which older tools still use.
enum PSTokens {
    static let kinds = ObjectType.enumeration(
        "System.Management.Automation.PSTokenType",
        Enumeration([
            "Unknown", "Command", "CommandParameter", "CommandArgument", "Number", "String", "Variable", "Member", "LoopLabel",
            "Attribute", "Type", "Operator", "GroupStart", "GroupEnd", "Keyword", "Comment", "StatementSeparator", "NewLine",
            "LineContinuation", "Position",
        ]))
    static let token = ObjectType("System.Management.Automation.PSToken", base: .object)
    private static let error = ObjectType("System.Management.Automation.PSParseError", base: .object)

    static let parser = ObjectType(
        "System.Management.Automation.PSParser", base: .object,
        statics: [
            .function(
                "Tokenize", "object script", "object errors",
                returns: "System.Collections.ObjectModel.Collection[System.Management.Automation.PSToken]"
            ) { arguments in
                let text = arguments[0].text ?? arguments.list(0).map(\.displayText).joined(separator: "\n")
                return try tokenize(SourceFile(text: text), errors: arguments[1])
            }
        ])

    private static let collection =
        TypeTable.builtin.generic("System.Collections.ObjectModel.Collection", [token]) ?? ObjectType.list

    private static func tokenize(_ file: SourceFile, errors: Value) throws -> Value {
        let (result, coloured) = Tokenizer.parse(file)
        let found = result.errors.map { entry -> Value in
            let token = value(file, "Unknown", entry.span, file.text(of: entry.span))
            return .object(CustomObject([("Token", token), ("Message", .string(entry.message))], type: error))
        }
        try (errors.reference as? any ReferenceObjectValue)?.store(.object(ListObject(found, type: collection)))
        return .object(ListObject(pieces(result, coloured).map { value(file, $0.kind, $0.span, $0.content) }, type: collection))
    }

    private struct Piece {
        let kind: String
        let span: SourceSpan
        let content: String
    }

    private static let names: [SyntaxToken.Kind: String] = [
        .command: "Command", .parameter: "CommandParameter", .argument: "CommandArgument", .string: "String",
        .variable: "Variable", .number: "Number", .operator: "Operator", .keyword: "Keyword", .comment: "Comment",
        .type: "Type", .member: "Member", .label: "LoopLabel",
    ]

    private static func pieces(_ result: ParseResult, _ coloured: [SyntaxToken]) -> [Piece] {
        let file = result.file
        let strings = quotedStrings(result)
        var pieces: [Piece] = []
        var end = 0
        var waiting = strings[...]
        for token in coloured {
            // Variables inside an expandable string are part of the string's token.
            while let string = waiting.first, string.span.start <= token.span.start {
                pieces += punctuation(file, end..<Int(string.span.start))
                pieces.append(string)
                end = Int(string.span.end)
                waiting.removeFirst()
            }
            guard Int(token.span.start) >= end, let kind = names[token.kind] else { continue }
            pieces += punctuation(file, end..<Int(token.span.start))
            pieces.append(Piece(kind: kind, span: token.span, content: content(file.text(of: token.span), token.kind)))
            end = Int(token.span.end)
        }
        for string in waiting where Int(string.span.start) >= end {
            pieces += punctuation(file, end..<Int(string.span.start)) + [string]
            end = Int(string.span.end)
        }
        return pieces + punctuation(file, end..<max(end, file.utf8.count))
    }

    /// The quoted strings in order, without strings nested in others.
    private static func quotedStrings(_ result: ParseResult) -> [Piece] {
        var found: [Piece] = []
        AstObject(.scriptBlock(result.script), in: result.file, below: nil).search(entersBlocks: true) { node in
            switch node.node {
            case .expression(.string(let string)) where string.kind != .bare:
                found.append(Piece(kind: "String", span: string.span, content: string.value))
            case .expression(.expandableString(let string)) where string.kind != .bare:
                found.append(Piece(kind: "String", span: string.span, content: node.field("Value").displayText))
            default: break
            }
            return true
        }
        var end: UInt32 = 0
        return found.sorted { $0.span.start < $1.span.start }.filter { piece in
            defer { end = max(end, piece.span.end) }
            return piece.span.start >= end
        }
    }

    private static func content(_ text: String, _ kind: SyntaxToken.Kind) -> String {
        switch kind {
        case .variable:
            let name = text.drop { "$@".contains($0) }
            return name.hasPrefix("{") ? String(name.dropFirst().dropLast(name.hasSuffix("}") ? 1 : 0)) : String(name)
        case .type: return text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        case .label: return String(text.drop { $0 == ":" })
        default: return text
        }
    }

    /// The tokens that `Tokenizer`, made for syntax highlighting, leaves out: brackets, separators and line ends.
    private static func punctuation(_ file: SourceFile, _ range: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        let bytes = file.utf8
        var place = range.lowerBound
        let upper = min(range.upperBound, bytes.count)
        while place < upper {
            let pair = place + 1 < upper ? String(decoding: bytes[place...place + 1], as: UTF8.self) : ""
            let one = String(decoding: bytes[place..<place + 1], as: UTF8.self)
            let (kind, length): (String?, Int)
            switch (one, pair) {
            case (_, "@{"), (_, "@("), (_, "$("): (kind, length) = ("GroupStart", 2)
            case (_, "\r\n"): (kind, length) = ("NewLine", 2)
            case (_, "`\n"): (kind, length) = ("LineContinuation", 2)
            case (_, "::"), (_, "&&"), (_, "||"), (_, ".."): (kind, length) = ("Operator", 2)
            case ("{", _), ("(", _): (kind, length) = ("GroupStart", 1)
            case ("}", _), (")", _): (kind, length) = ("GroupEnd", 1)
            case (";", _): (kind, length) = ("StatementSeparator", 1)
            case ("\n", _): (kind, length) = ("NewLine", 1)
            case (" ", _), ("\t", _), ("\r", _): (kind, length) = (nil, 1)
            default: (kind, length) = ("Operator", 1)
            }
            let span = SourceSpan(start: place, end: place + length)
            if let kind { pieces.append(Piece(kind: kind, span: span, content: file.text(of: span))) }
            place += length
        }
        return pieces
    }

    /// A PSToken.
    static func value(_ file: SourceFile, _ kind: String, _ span: SourceSpan, _ content: String) -> Value {
        let (start, end) = (file.position(of: span.start), file.position(of: span.end))
        let before = String(decoding: file.utf8[..<min(Int(span.start), file.utf8.count)], as: UTF8.self).utf16.count
        let raw = kinds.enumeration?.rawValue(of: kind) ?? 0
        return .object(
            CustomObject(
                [
                    ("Content", .string(content)), ("Type", .object(EnumObject(kinds, rawValue: raw))),
                    ("Start", Value.integer(before)), ("Length", Value.integer(file.text(of: span).utf16.count)),
                    ("StartLine", Value.integer(start.line)), ("StartColumn", Value.integer(start.column)),
                    ("EndLine", Value.integer(end.line)), ("EndColumn", Value.integer(end.column)),
                ], type: token))
    }
}
