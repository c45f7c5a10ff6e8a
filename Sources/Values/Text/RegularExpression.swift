import CPCRE2

/// A regular expression, compiled by PCRE2 with JIT: of the regular expression libraries for Linux, PCRE2's syntax is the closest to
/// .NET's.
///
/// A class, because it owns PCRE2's memory.
public final class RegularExpression {
    /// The options of System.Text.RegularExpressions.RegexOptions that change how a pattern is compiled. The bits are not .NET's.
    public struct Options: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// RegexOptions.IgnoreCase: letters match without regard to case.
        public static let ignoreCase = Options(rawValue: 1)
        /// RegexOptions.Multiline: `^` and `$` match at every line.
        public static let multiline = Options(rawValue: 2)
        /// RegexOptions.Singleline: `.` matches line feeds.
        public static let singleline = Options(rawValue: 4)
        /// RegexOptions.IgnorePatternWhitespace: white space and `#` comments in the pattern are ignored.
        public static let ignorePatternWhitespace = Options(rawValue: 8)
        /// RegexOptions.ExplicitCapture: only named groups capture.
        public static let explicitCapture = Options(rawValue: 16)
    }

    /// One match. All ranges are offsets of bytes in the searched UTF-8 text.
    public struct Match {
        /// The ranges of the groups by number, group 0 being the whole match; nil for a group that took no part.
        public let groups: [Range<Int>?]
        /// The range of the whole match.
        public var range: Range<Int> { groups[0] ?? 0..<0 }
    }

    private let code: OpaquePointer
    private let data: OpaquePointer
    /// Names of groups with their numbers, in order of number.
    public let names: [(name: String, number: Int)]
    /// The number of groups, group 0 (the whole match) included.
    public let groupCount: Int

    /// Compiles a pattern.
    /// - Throws: `ValueError` with PCRE2's message if the pattern is malformed.
    public init(_ pattern: String, _ options: Options = []) throws {
        var flags = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_DUPNAMES)
        if options.contains(.ignoreCase) { flags |= UInt32(PCRE2_CASELESS) }
        if options.contains(.multiline) { flags |= UInt32(PCRE2_MULTILINE) }
        if options.contains(.singleline) { flags |= UInt32(PCRE2_DOTALL) }
        if options.contains(.ignorePatternWhitespace) { flags |= UInt32(PCRE2_EXTENDED) }
        if options.contains(.explicitCapture) { flags |= UInt32(PCRE2_NO_AUTO_CAPTURE) }
        var number: Int32 = 0
        var offset = 0
        let bytes = Array(pattern.utf8)
        let compiled = bytes.withUnsafeBufferPointer { buffer in
            // PCRE2 wants an address even for an empty pattern.
            buffer.baseAddress.map { pcre2_compile_8($0, buffer.count, flags, &number, &offset, nil) }
                ?? pcre2_compile_8([0], 0, flags, &number, &offset, nil)
        }
        guard let compiled, let block = pcre2_match_data_create_from_pattern_8(compiled, nil) else {
            var text = [UInt8](repeating: 0, count: 256)
            pcre2_get_error_message_8(number, &text, text.count)
            let reason = String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
            throw ValueError(
                "Invalid pattern '\(pattern)' at offset \(offset). \(reason).", id: "InvalidRegularExpression",
                exception: "System.Text.RegularExpressions.RegexParseException", category: "InvalidArgument")
        }
        pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE))
        code = compiled
        data = block
        var count: UInt32 = 0
        pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
        groupCount = Int(count) + 1
        names = Self.readNames(compiled)
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_code_free_8(code)
    }

    private static func readNames(_ code: OpaquePointer) -> [(name: String, number: Int)] {
        var count: UInt32 = 0
        var size: UInt32 = 0
        var table: UnsafePointer<UInt8>?
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
        guard let table else { return [] }
        return (0..<Int(count)).map { entry in
            let start = table + entry * Int(size)
            let number = Int(start[0]) << 8 | Int(start[1])
            var length = 0
            while length + 2 < Int(size), start[2 + length] != 0 { length += 1 }
            return (String(decoding: UnsafeBufferPointer(start: start + 2, count: length), as: UTF8.self), number)
        }.sorted { $0.number < $1.number }
    }

    /// The first match at or behind an offset.
    /// - Throws: `ValueError` RegexMatchTimeout if the search needs more steps than PCRE2 allows.
    public func firstMatch(in text: [UInt8], from start: Int = 0) throws -> Match? {
        try text.withUnsafeBufferPointer { try firstMatch(in: $0, from: start) }
    }

    /// The first match in a string, without copying it.
    /// - Throws: `ValueError` RegexMatchTimeout if the search needs more steps than PCRE2 allows.
    public func firstMatch(in text: String) throws -> Match? {
        var copy = text
        return try copy.withUTF8 { try firstMatch(in: $0, from: 0) }
    }

    private func firstMatch(in text: UnsafeBufferPointer<UInt8>, from start: Int) throws -> Match? {
        guard start <= text.count else { return nil }
        var empty: UInt8 = 0
        let found = withUnsafePointer(to: &empty) { none in
            // Every Swift string is valid UTF-8, so PCRE2 need not check it again.
            pcre2_match_8(code, text.baseAddress ?? none, text.count, start, UInt32(PCRE2_NO_UTF_CHECK), data, nil)
        }
        if found == PCRE2_ERROR_NOMATCH { return nil }
        guard found > 0, let offsets = pcre2_get_ovector_pointer_8(data) else {
            throw ValueError(
                "The regular expression needs too many steps on this text.", id: "RegexMatchTimeout",
                exception: "System.Text.RegularExpressions.RegexMatchTimeoutException", category: "LimitsExceeded")
        }
        return Match(
            groups: (0..<groupCount).map { group in
                guard group < Int(found) else { return nil }
                let (low, high) = (offsets[2 * group], offsets[2 * group + 1])
                return low == cpcre2_unset() || high < low ? nil : low..<high
            })
    }

    /// The first `limit` matches from the left, without overlap.
    /// - Throws: `ValueError` RegexMatchTimeout if a search needs more steps than PCRE2 allows.
    public func matches(in text: [UInt8], limit: Int = .max) throws -> [Match] {
        var found: [Match] = []
        var start = 0
        while found.count < limit, let match = try firstMatch(in: text, from: start) {
            found.append(match)
            start = match.range.upperBound
            if match.range.isEmpty {
                start += 1
                while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
            }
            if start > text.count { break }
        }
        return found
    }

    /// The pattern that matches a text literally ([regex]::Escape).
    public static func escape(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\", "*", "+", "?", "|", "{", "[", "(", ")", "^", "$", ".", "#": escaped += "\\" + String(character)
            case " ": escaped += "\\ "
            case "\n": escaped += "\\n"
            case "\t": escaped += "\\t"
            case "\r": escaped += "\\r"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
