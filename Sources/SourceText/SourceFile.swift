import Synchronization

/// One text that was parsed: a script file, a line typed at the prompt, or a string given to `-Command`.
///
/// A class because every script block, error record and span of one text shares it, and identity matters to caches.
public final class SourceFile: Sendable {
    /// The path of a script; nil for text that came from no file.
    public let path: String?
    /// The text as UTF-8, without a byte order mark.
    public let utf8: [UInt8]
    /// Offsets at which lines begin, ascending, the first 0.
    private let lineStarts: [UInt32]
    /// The classes and enumerations that the text defines, in lower case; known once it was parsed.
    private let defined = Mutex<Set<String>>([])

    public init(path: String? = nil, text: String) {
        self.path = path
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        var starts: [UInt32] = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(UInt32(clamping: offset + 1)) }
        utf8 = bytes
        lineStarts = starts
    }

    /// Notes the classes and enumerations that the text defines.
    public func define(types names: Set<String>) { defined.withLock { $0 = names } }

    /// Whether the text defines a class or an enumeration of a name, whatever its case.
    public func defines(type name: String) -> Bool { defined.withLock { !$0.isEmpty && $0.contains(name.lowercased()) } }

    /// How many lines the text has, at least 1.
    public var lineCount: Int { lineStarts.count }

    /// The text of a span, clamped to the file's bounds.
    public func text(of span: SourceSpan) -> String {
        let start = min(Int(span.start), utf8.count)
        return String(decoding: utf8[start..<max(start, min(Int(span.end), utf8.count))], as: UTF8.self)
    }

    /// The position of a UTF-8 offset, clamped to the file's end.
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

    /// The text of a line, from 1, without its line end; empty past the last one.
    public func line(_ number: Int) -> String {
        guard number >= 1, number <= lineStarts.count else { return "" }
        let start = Int(lineStarts[number - 1])
        var end = number < lineStarts.count ? Int(lineStarts[number]) - 1 : utf8.count
        if end > start, utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: utf8[start..<max(start, end)], as: UTF8.self)
    }
}

/// A place in a text as people and PowerShell count it: line from 1, column from 1 in UTF-16 code units.
public struct SourcePosition: Sendable, Hashable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
