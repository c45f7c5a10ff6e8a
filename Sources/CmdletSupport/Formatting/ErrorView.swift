import CmdletKit
import Interpreter
import SourceText
import Values

/// Errors as they are shown. `$ErrorView` chooses: the command and the message, for scripts with the source line and a mark under it
/// (ConciseView); with the category and the id below (NormalView); or the category alone (CategoryView).
public enum ErrorView: String, Sendable {
    case concise = "conciseview"
    case normal = "normalview"
    case category = "categoryview"

    /// The one that the session's `$ErrorView` names.
    public static func chosen(_ engine: Engine) -> ErrorView {
        ErrorView(rawValue: engine.variable("ErrorView").displayText.lowercased()) ?? .concise
    }

    /// - Parameters:
    ///   - style: nil for plain text.
    ///   - width: the columns at which a message is broken into lines; nil where nothing limits them.
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

    /// A line, and how many of its first characters belong to the margin.
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
        // What a program wrote to its error stream stays as it was.
        if record.errorID.hasPrefix("NativeCommandError") { return split(message) }
        let isParse = record.category == "ParserError"
        let path = record.position?.file.path
        guard let position = record.position, isParse || path != nil || position.start.line > 1,
            // What went wrong inside a module is of no use to those who call it.
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

    /// The message in lines that fit between the margin and the width, broken at spaces where there are any.
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

    /// Control characters of names and messages never reach the terminal raw.
    static func safe(_ text: String) -> String { TerminalText.sanitized(text) }
}
