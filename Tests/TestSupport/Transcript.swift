import FoundationEssentials

/// A session as a person would see it: prompts with what was typed, and what was printed after each.
///
/// ```
/// # bulkhead -Engine Simulated
/// PS> 1 + 2
/// 3
/// PS> foreach ($i in 1..2) {
/// >>     $i
/// >> }
/// 1
/// 2
/// ```
/// A prompt may have a session's name and a path: `[WINCONT]: PS C:\> `. Lines that begin with `# ` before the first prompt are comments;
/// the one that names the program gives its arguments. `…` alone on a line of output stands for any lines, `⟨…⟩` for any text in one.
public struct Transcript: Sendable {
    public struct Step: Sendable {
        public var prompt: String
        public var command: String
        public var output: String
        public var line: Int
    }

    public var path: String
    public var comments: [String] = []
    public var arguments: [String] = []
    public var steps: [Step] = []

    public init(path: String) throws {
        self.init(path: path, text: String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self))
    }

    public init(path: String, text: String) {
        self.path = path
        var output: [String] = []
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
            if let (prompt, command) = Self.prompt(line) {
                finish(&output)
                steps.append(Step(prompt: prompt, command: command, output: "", line: place + 1))
            } else if line.hasPrefix(">> ") || line == ">>", !steps.isEmpty, output.isEmpty {
                steps[steps.count - 1].command += "\n" + line.dropFirst(3)
            } else if steps.isEmpty {
                comments.append(line)
                if line.hasPrefix("# bulkhead ") { arguments = line.dropFirst(11).split(separator: " ").map(String.init) }
            } else {
                output.append(line)
            }
        }
        finish(&output)
    }

    private mutating func finish(_ output: inout [String]) {
        if !steps.isEmpty { steps[steps.count - 1].output = Self.trimmed(output) }
        output = []
    }

    /// Without blank lines at both ends and blanks at the ends of lines: a table's are not seen.
    static func trimmed(_ lines: [String]) -> String {
        var kept = lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
        while kept.last?.isEmpty == true { kept.removeLast() }
        while kept.first?.isEmpty == true { kept.removeFirst() }
        return kept.joined(separator: "\n")
    }

    static func trimmed(_ text: String) -> String {
        trimmed(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    private static func prompt(_ line: String) -> (String, String)? {
        let start =
            line.hasPrefix("[")
            ? line.firstRange(of: "]: PS")?.upperBound : line.hasPrefix("PS") ? line.index(line.startIndex, offsetBy: 2) : nil
        guard let start, let end = line[start...].firstIndex(of: ">"), line[start..<end].first.map({ $0 == " " }) ?? true else {
            return nil
        }
        let rest = line[line.index(after: end)...]
        guard rest.isEmpty || rest.first == " " else { return nil }
        return (String(line[...end]), String(rest.dropFirst()))
    }

    /// The transcript with other output, as a file.
    public func recorded(_ outputs: [String]) -> String {
        var lines = comments
        for (place, step) in steps.enumerated() {
            // A step that was not reached keeps what it had.
            let output = outputs.indices.contains(place) ? outputs[place] : step.output
            let typed = step.command.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines.append(step.prompt + (typed[0].isEmpty ? "" : " " + typed[0]))
            lines += typed.dropFirst().map { ">> " + $0 }
            if !output.isEmpty { lines += [output] }
            lines.append("")
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether what was printed is what the transcript has, with its `…` and `⟨…⟩`.
    public static func matches(expected: String, actual: String) -> Bool {
        let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return matches(wanted[...], actual.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...])
    }

    private static func matches(_ wanted: ArraySlice<String>, _ actual: ArraySlice<String>) -> Bool {
        guard let first = wanted.first else { return actual.isEmpty }
        if first == "…" { return (0...actual.count).contains { matches(wanted.dropFirst(), actual.dropFirst($0)) } }
        guard let line = actual.first, matchesLine(first, line) else { return false }
        return matches(wanted.dropFirst(), actual.dropFirst())
    }

    private static func matchesLine(_ wanted: String, _ line: String) -> Bool {
        let parts = wanted.components(separatedBy: "⟨…⟩")
        guard parts.count > 1 else { return wanted == line }
        var rest = line[...]
        for (place, part) in parts.enumerated() {
            if place == 0 {
                guard rest.hasPrefix(part) else { return false }
                rest = rest.dropFirst(part.count)
            } else if place == parts.count - 1 {
                return rest.hasSuffix(part)
            } else {
                guard let range = rest.firstRange(of: part) else { return false }
                rest = rest[range.upperBound...]
            }
        }
        return true
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
