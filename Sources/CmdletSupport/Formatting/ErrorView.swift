import CmdletKit
import Interpreter
import SourceText
import Values

/// How an error record is shown, as `$ErrorView` chooses it (about_Preference_Variables).
public enum ErrorView: String, Sendable {
    /// ConciseView: the command and the message; for errors in script files the source line with a mark under it.
    case concise = "conciseview"
    /// NormalView: the message, the position, CategoryInfo and FullyQualifiedErrorId, as in Windows PowerShell.
    case normal = "normalview"
    /// CategoryView: the category line alone.
    case category = "categoryview"

    /// The view that the session's `$ErrorView` names; ConciseView if it names none.
    public static func chosen(_ engine: Engine) -> ErrorView {
        ErrorView(rawValue: engine.variable("ErrorView").displayText.lowercased()) ?? .concise
    }

    /// The record as text, without a newline at the end (NormalView ends with an empty line). Control characters of messages, names
    /// and source lines are made visible.
    /// - Parameters:
    ///   - style: nil for plain text.
    ///   - width: the columns at which a message is broken into lines; nil for no limit.
    public func text(_ record: ErrorRecord, style: StyleObject?, width: Int?) -> String {
        let lines =
            switch self {
            case .concise: Self.concise(record, width: width)
            case .normal: Self.normal(record)
            case .category: Self.split(Self.categoryInfo(record))
            }
        guard let style else { return lines.map(\.text).joined(separator: "\n") }
        let (error, accent) = (style.formatting["Error"], style.formatting["ErrorAccent"])
        return lines.map { line in
            line.bar > 0
                ? style.wrap(String(line.text.prefix(line.bar)), in: accent)
                    + style.wrap(String(line.text.dropFirst(line.bar)), in: error)
                : style.wrap(line.text, in: error)
        }.joined(separator: "\n")
    }

    /// A line of text, and how many of its first characters belong to the margin, which has the accent colour.
    private struct Line {
        var text: String
        var bar = 0
    }

    private static func split(_ text: String) -> [Line] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { Line(text: String($0)) }
    }

    private static func concise(_ record: ErrorRecord, width: Int?) -> [Line] {
        let message = safe(record.message)
        let advice = record.recommendedAction.flatMap { $0.isEmpty ? nil : Line(text: "  Recommendation: " + safe($0)) }
        // What a native program wrote to its error stream is shown without a title.
        if record.errorID.hasPrefix("NativeCommandError") { return split(message) }
        let isParse = record.category == "ParserError"
        let path = record.position?.file.path
        guard let position = record.position, isParse || path != nil || position.start.line > 1,
            // As in PowerShell, an error inside a module shows no source line: the caller cannot mend it there.
            path?.lowercased().hasSuffix(".psm1") != true
        else {
            return split("\(title(record)): \(path == nil ? message : oneLine(message))") + [advice].compactMap(\.self)
        }
        let texts = path != nil || isParse ? broken(oneLine(message), width) : message.split(separator: "\n").map(String.init)
        return [Line(text: title(record) + ": " + (path.map { "\($0):\(position.start.line)" } ?? ""))] + excerpt(position)
            + texts.map { Line(text: margin("") + $0, bar: 6) } + [advice].compactMap(\.self)
    }

    private static func oneLine(_ message: String) -> String {
        String(String.UnicodeScalarView(message.unicodeScalars.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 }))
    }

    /// The message in lines that fit between the margin and the width, broken at spaces where there are any. Unbroken if fewer than
    /// 9 columns are left.
    private static func broken(_ message: String, _ width: Int?) -> [String] {
        let room = (width ?? 0) - margin("").count
        guard room > 8, message.count > room else { return [message] }
        var lines: [String] = []
        var rest = Substring(message)
        while rest.count > room {
            let head = rest.prefix(room + 1)
            let stop =
                head.lastIndex(of: " ").flatMap { $0 > head.startIndex ? $0 : nil } ?? rest.index(rest.startIndex, offsetBy: room)
            lines.append(String(rest[..<stop]))
            rest = rest[stop...].drop { $0 == " " }
        }
        if !rest.isEmpty { lines.append(String(rest)) }
        return lines
    }

    private static func normal(_ record: ErrorRecord) -> [Line] {
        var text = record.commandName.isEmpty ? safe(record.message) : "\(safe(record.commandName)) : \(safe(record.message))"
        if let position = record.position { text += "\n" + safe(position.message) }
        text +=
            "\n    + CategoryInfo          : \(categoryInfo(record))\n    + FullyQualifiedErrorId : \(safe(record.fullyQualifiedErrorID))"
        if let advice = record.recommendedAction, !advice.isEmpty { text += "\n    Recommendation: " + safe(advice) }
        return split(text + "\n")
    }

    private static func categoryInfo(_ record: ErrorRecord) -> String {
        safe(Value.object(record).property("CategoryInfo")?.displayText ?? record.category)
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

    /// The text with control characters made visible, so that a name or message cannot send sequences to the terminal.
    static func safe(_ text: String) -> String { TerminalText.sanitized(text) }
}
