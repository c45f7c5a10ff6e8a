import CmdletKit
import Engine
import SourceText
import Values

/// Errors as PowerShell's ConciseView shows them: the command and the message; for scripts and longer texts the place as well, with the
/// source line and a mark under it.
enum ErrorView {
    /// - Parameter style: nil for plain text.
    static func text(_ record: ErrorRecord, style: StyleObject?, width: Int) -> String {
        let lines = plain(record, width: width)
        guard let style else { return lines.map(\.text).joined(separator: "\n") }
        let (error, accent) = (style.formatting["Error"], style.formatting["ErrorAccent"])
        return lines.map { line in
            line.bar > 0
                ? style.wrap(String(line.text.prefix(line.bar)), in: accent)
                    + style.wrap(String(line.text.dropFirst(line.bar)), in: error)
                : style.wrap(line.text, in: error)
        }.joined(separator: "\n")
    }

    /// A line, and how many of its first characters belong to the margin.
    private struct Line {
        var text: String
        var bar = 0
    }

    private static func plain(_ record: ErrorRecord, width: Int) -> [Line] {
        var message = safe(record.message)
        if let advice = record.recommendedAction, !advice.isEmpty { message += "\n" + safe(advice) }
        // What a program wrote to its error stream stays as it was.
        if record.errorID.hasPrefix("NativeCommandError") {
            return message.split(separator: "\n", omittingEmptySubsequences: false).map { Line(text: String($0)) }
        }
        let isParse = record.category == "ParserError"
        guard let position = record.position, isParse || position.file.path != nil || position.start.line > 1 else {
            return ["\(title(record)): \(message)"].flatMap {
                $0.split(separator: "\n", omittingEmptySubsequences: false).map { Line(text: String($0)) }
            }
        }
        var head = title(record)
        if let path = position.file.path { head += ": \(path):\(position.start.line)" } else { head += ": " }
        return [Line(text: head)] + excerpt(position)
            + message.split(separator: "\n", omittingEmptySubsequences: false).map {
                Line(text: margin("") + String($0), bar: 6)
            }
    }

    private static func title(_ record: ErrorRecord) -> String {
        if record.category == "ParserError" { return "ParserError" }
        if record.isThrown { return "Exception" }
        if !record.commandName.isEmpty { return safe(record.commandName) }
        return record.category == "NotSpecified" ? record.exception.type.shortName : record.category
    }

    private static func margin(_ number: String) -> String {
        String(repeating: " ", count: max(0, 4 - number.count)) + number + " | "
    }

    private static func excerpt(_ position: ErrorPosition) -> [Line] {
        let start = position.start
        let source = safe(position.line)
        let marked = max(
            1, min(position.file.text(of: position.span).prefix { $0 != "\n" }.count, max(1, source.count - start.column + 1)))
        return [
            Line(text: "Line |", bar: 6),
            Line(text: margin(String(start.line)) + " " + source, bar: 6),
            Line(
                text: margin("") + " " + String(repeating: " ", count: max(0, start.column - 1))
                    + String(repeating: "~", count: marked), bar: 6),
        ]
    }

    /// Control characters of names and messages never reach the terminal raw.
    static func safe(_ text: String) -> String { TerminalText.sanitized(text) }
}

/// Text that a terminal takes as text only.
public enum TerminalText {
    /// C0, DEL, C1 and bidirectional controls become visible; newlines and tabs stay.
    public static func sanitized(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isControl(scalar) {
                result += scalar.value < 0x20 ? String(UnicodeScalar(0x2400 + scalar.value).map(Character.init) ?? "?") : "\u{FFFD}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
        default: false
        }
    }
}
