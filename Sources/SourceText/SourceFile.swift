import Synchronization

/// One text that is parsed as a whole: a script file, a line typed at the prompt, or the argument of `-Command`.
///
/// A class because every script block, error record and span of a text refers to the same one, and caches are keyed by its
/// identity.
public final class SourceFile: Sendable {
    /// The script's path as it was given to the parser; nil for text that came from no file.
    public let path: String?
    /// The text as UTF-8, without a byte order mark.
    public let utf8: [UInt8]
    /// UTF-8 offsets at which lines begin, ascending; the first is 0.
    private let lineStarts: [UInt32]
    /// Names of the classes and enumerations that the text defines, in lower case; set by the parser.
    private let defined = Mutex<Set<String>>([])

    /// Makes a source file of a text, and finds where its lines begin.
    /// - Parameters:
    ///   - path: the script's path, which error positions name; nil for text that came from no file.
    ///   - text: the script. A byte order mark at its start is dropped.
    public init(path: String? = nil, text: String) {
        self.path = path
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        var starts: [UInt32] = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(UInt32(clamping: offset + 1)) }
        utf8 = bytes
        lineStarts = starts
    }

    /// Records the classes and enumerations that the text defines.
    /// - Parameter names: their names in lower case; they replace those recorded before.
    public func define(types names: Set<String>) { defined.withLock { $0 = names } }

    /// Whether the text defines a class or an enumeration of that name. The name's case does not matter.
    public func defines(type name: String) -> Bool { defined.withLock { !$0.isEmpty && $0.contains(name.lowercased()) } }

    /// The number of lines, at least 1: an empty text is one empty line.
    public var lineCount: Int { lineStarts.count }

    /// The text of a span; offsets past the end of the text count as its end.
    public func text(of span: SourceSpan) -> String {
        let start = min(Int(span.start), utf8.count)
        return String(decoding: utf8[start..<max(start, min(Int(span.end), utf8.count))], as: UTF8.self)
    }

    /// The line and column of a UTF-8 offset; an offset past the end of the text counts as its end.
    public func position(of offset: UInt32) -> SourcePosition {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let start = Int(lineStarts[low])
        let end = min(Int(offset), utf8.count)
        let column = String(decoding: utf8[start..<max(start, end)], as: UTF8.self).utf16.count
        return SourcePosition(line: low + 1, column: column + 1)
    }

    /// The text of a line without its line end (LF or CRLF).
    /// - Parameter number: the line, from 1.
    /// - Returns: an empty text for a line that does not exist.
    public func line(_ number: Int) -> String {
        guard number >= 1, number <= lineStarts.count else { return "" }
        let start = Int(lineStarts[number - 1])
        var end = number < lineStarts.count ? Int(lineStarts[number]) - 1 : utf8.count
        if end > start, utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: utf8[start..<max(start, end)], as: UTF8.self)
    }
}

/// A place in a text as editors and PowerShell's error messages count it.
public struct SourcePosition: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in UTF-16 code units (as .NET counts characters).
    public var column: Int

    /// Makes a position.
    /// - Parameters:
    ///   - line: the line, from 1.
    ///   - column: the column, from 1, in UTF-16 code units.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
