import Values

/// Microsoft.PowerShell.Commands.MatchInfo: a line that Select-String has found.
final class MatchInfo: Object {
    /// The lines around a match, as many as -Context asks for.
    struct Context {
        var before: [String] = []
        var after: [String] = []
        /// The lines that the display shows: without those that it shows with a neighbouring match already.
        var shownBefore: [String] = []
        var shownAfter: [String] = []
    }

    let line: String
    let lineNumber: Int
    let pattern: String
    let ignoresCase: Bool
    /// The file; nil for text from the pipeline.
    let path: String?
    /// The folder to which paths are relative in the display.
    private let base: String
    private let emphasizes: Bool
    /// The byte ranges of the matches in the line.
    private let ranges: [Range<Int>]
    private let makeMatches: () -> [Value]
    var context: Context?

    init(
        line: String, lineNumber: Int, pattern: String, ignoresCase: Bool, path: String?, base: String, emphasizes: Bool,
        ranges: [Range<Int>],
        matches: @escaping () -> [Value]
    ) {
        self.line = line
        self.lineNumber = lineNumber
        self.pattern = pattern
        self.ignoresCase = ignoresCase
        self.path = path
        self.base = base
        self.emphasizes = emphasizes
        self.ranges = ranges
        makeMatches = matches
        super.init()
    }

    /// The value of Path for text from the pipeline.
    static let inputStream = "InputStream"
    var shownPath: String { path ?? Self.inputStream }
    var fileName: String { path?.split(separator: "/").last.map(String.init) ?? Self.inputStream }

    /// The path of the file, relative to a folder if it is below it.
    func relativePath(to folder: String) -> String {
        guard let path else { return Self.inputStream }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        return !folder.isEmpty && path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }

    private func row(_ text: String, _ number: Int, _ path: String?, _ prefix: String) -> String {
        path.map { "\(prefix)\($0):\(number):\(text)" } ?? prefix + text
    }

    private func text(path: String?, line: String) -> String {
        guard let context else { return row(line, lineNumber, path, "") }
        var number = lineNumber - context.shownBefore.count
        var rows: [String] = []
        for text in context.shownBefore {
            rows.append(row(text, number, path, "  "))
            number += 1
        }
        rows.append(row(line, number, path, "> "))
        for text in context.shownAfter {
            number += 1
            rows.append(row(text, number, path, "  "))
        }
        return rows.joined(separator: "\n")
    }

    override var stringForm: String? { text(path: path, line: line) }

    /// The line with its context, as `ToString(folder)` gives it.
    func text(relativeTo folder: String) -> String { text(path: path == nil ? nil : relativePath(to: folder), line: line) }

    /// The line as the display shows it: the path relative to the current folder, the matches in reverse video.
    var shown: String { text(path: path == nil ? nil : relativePath(to: base), line: emphasizes ? emphasizedLine : line) }

    private var emphasizedLine: String {
        let bytes = Array(line.utf8)
        var text = ""
        var end = 0
        for range in ranges where range.lowerBound >= end && range.upperBound <= bytes.count && !range.isEmpty {
            text += String(decoding: bytes[end..<range.lowerBound], as: UTF8.self)
            text += "\u{1B}[7m" + String(decoding: bytes[range], as: UTF8.self) + "\u{1B}[0m"
            end = range.upperBound
        }
        return text + String(decoding: bytes[end...], as: UTF8.self)
    }

    override var type: ObjectType { Self.objectType }

    private static func read(_ value: Value) -> MatchInfo? { value.asObject(MatchInfo.self) }
    private static func property(_ name: String, _ type: String, _ get: @escaping @Sendable (MatchInfo) -> Value) -> Member {
        .property(name, type) { value in read(value).map(get) ?? .null }
    }

    static let objectType = ObjectType(
        "Microsoft.PowerShell.Commands.MatchInfo", base: .object,
        members: [
            property("IgnoreCase", "bool") { .bool($0.ignoresCase) },
            property("LineNumber", "int") { Value.integer($0.lineNumber) },
            property("Line", "string") { .string($0.line) }, property("Filename", "string") { .string($0.fileName) },
            property("Path", "string") { .string($0.shownPath) }, property("Pattern", "string") { .string($0.pattern) },
            property("Context", "Microsoft.PowerShell.Commands.MatchInfoContext") { info in
                guard let context = info.context else { return .null }
                let lines = { (lines: [String]) in Value.array(ArrayObject(lines.map { .string($0) }, of: .string)) }
                return .object(
                    CustomObject(
                        [
                            ("PreContext", lines(context.before)), ("PostContext", lines(context.after)),
                            ("DisplayPreContext", lines(context.shownBefore)), ("DisplayPostContext", lines(context.shownAfter)),
                        ], type: MatchInfoContext.type))
            },
            property("Matches", "System.Text.RegularExpressions.Match[]") { .array($0.makeMatches()) },
            .method("RelativePath", "string directory", returns: "string") { value, arguments in
                .string(read(value)?.relativePath(to: arguments.string(0)) ?? "")
            },
            .method(
                "ToString",
                overloads: [
                    Overload(returns: "string") { value, _ in .string(value.displayText) },
                    Overload("string directory", returns: "string") { value, arguments in
                        .string(read(value)?.text(relativeTo: arguments.string(0)) ?? "")
                    },
                ]),
            .method("ToEmphasizedString", "string directory", returns: "string") { value, _ in .string(read(value)?.shown ?? "") },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.MatchInfo") { MatchInfo.objectType }
}
