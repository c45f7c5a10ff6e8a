import Interpreter
import Values

/// Searches a line for the patterns of Select-String.
struct LineSearch {
    private enum Pattern {
        case regex(RegularExpression)
        case text(String)
    }
    private let patterns: [(source: String, pattern: Pattern)]
    private let ignoresCase: Bool
    private let findsAll: Bool

    /// - Parameters:
    ///   - simple: -SimpleMatch: the patterns are plain text.
    ///   - findsAll: -AllMatches; without effect on plain text.
    /// - Throws: `ValueError` InvalidRegex if a pattern is not valid.
    init(_ patterns: [String], simple: Bool, ignoresCase: Bool, findsAll: Bool, _ regexes: RegexCache) throws {
        self.ignoresCase = ignoresCase
        self.findsAll = findsAll && !simple
        self.patterns = try patterns.map { source in
            if simple { return (source, .text(ignoresCase ? source.lowercased() : source)) }
            do { return (source, .regex(try regexes.regex(source, ignoresCase ? .ignoreCase : []))) } catch {
                throw ValueError(
                    "The string \(source) is not a valid regular expression: \(error)", id: "InvalidRegex",
                    exception: "System.ArgumentException",
                    category: "InvalidArgument")
            }
        }
    }

    /// A match: the pattern, the byte ranges in the line, and a closure that makes the Match objects when a script asks for them.
    struct Found {
        let pattern: String
        let ranges: [Range<Int>]
        let matches: () -> [Value]
    }

    /// The first pattern that matches, with its matches; nil if none does.
    /// - Throws: what the regular expression throws, such as its limit on steps.
    func find(in line: String) throws -> Found? {
        for (source, pattern) in patterns {
            switch pattern {
            case .text(let text):
                guard let range = range(of: text, in: line) else { continue }
                return Found(pattern: source, ranges: [range], matches: { [] })
            case .regex(let regex):
                if findsAll {
                    let bytes = Array(line.utf8)
                    let matches = try regex.matches(in: bytes)
                    guard !matches.isEmpty else { continue }
                    return Found(
                        pattern: source, ranges: matches.map(\.range),
                        matches: { matches.map { .object(MatchObject($0, regex, bytes)) } })
                }
                guard let match = try regex.firstMatch(in: line) else { continue }
                return Found(
                    pattern: source, ranges: [match.range], matches: { [.object(MatchObject(match, regex, Array(line.utf8)))] })
            }
        }
        return nil
    }

    private func range(of text: String, in line: String) -> Range<Int>? {
        if text.isEmpty { return 0..<0 }
        let place = ignoresCase ? line.lowercased() : line
        guard let range = place.firstRange(of: text) else { return nil }
        let start = place.utf8.distance(from: place.startIndex, to: range.lowerBound)
        return start..<start + text.utf8.count
    }
}
