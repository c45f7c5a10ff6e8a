import FoundationEssentials

/// A session as its user sees it: prompts with the commands typed, and the output of each.
///
/// ```
/// # bulkhead -Engine Simulated
/// PS> 1 + 2
/// 3
///
/// ## Loops
///
/// PS> foreach ($i in 1..2) {
/// >>     $i
/// >> }
/// 1
/// 2
/// ```
/// A prompt may contain a session's name and a path: `[WINCONT]: PS C:\> `. Lines that begin with `# ` before the first prompt are
/// comments; the one with the program's name gives its arguments. A line that begins with `## ` is a heading. In output, `…` alone on a line stands for any lines, and `⟨…⟩`
/// for any text within a line.
public struct Transcript: Sendable {
    /// A command with its output.
    public struct Step: Sendable {
        /// The prompt, up to its `>`.
        public var prompt: String
        /// The command; lines after a `>> ` prompt are part of it.
        public var command: String
        /// The expected output, without blank lines at both ends and blanks at the ends of lines.
        public var output: String
        /// The heading that stands between the step before and this one, without its `## `; nil if there is none.
        public var heading: String?
        /// The line of the file at which the step begins, from 1.
        public var line: Int
    }

    /// The file's path.
    public var path: String
    /// The lines before the first prompt.
    public var comments: [String] = []
    /// The arguments of the shell.
    public var arguments: [String] = []
    /// The steps in their order.
    public var steps: [Step] = []

    /// Reads a transcript.
    /// - Throws: Foundation's error if the file cannot be read.
    public init(path: String) throws {
        self.init(path: path, text: String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self))
    }

    /// Parses the text of a transcript.
    public init(path: String, text: String) {
        self.path = path
        var output: [String] = []
        var heading: String?
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
            if let (prompt, command) = Self.prompt(line) {
                finish(&output)
                steps.append(Step(prompt: prompt, command: command, output: "", heading: heading, line: place + 1))
                heading = nil
            } else if line.hasPrefix(">> ") || line == ">>", !steps.isEmpty, output.isEmpty {
                steps[steps.count - 1].command += "\n" + line.dropFirst(3)
            } else if line.hasPrefix("## ") {
                finish(&output)
                heading = String(line.dropFirst(3))
            } else if steps.isEmpty, heading == nil {
                comments.append(line)
                if line.hasPrefix("# bulkhead ") { arguments = line.dropFirst(11).split(separator: " ").map(String.init) }
            } else if heading == nil {
                output.append(line)
            }
        }
        finish(&output)
    }

    private mutating func finish(_ output: inout [String]) {
        if !steps.isEmpty, !output.isEmpty { steps[steps.count - 1].output = Self.trimmed(output) }
        output = []
    }

    /// Joins lines without blank lines at both ends and blanks at the ends of lines: the padding of a table's last column is not
    /// compared.
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

    /// The text of the transcript's file with other outputs, one for each step; steps without one keep theirs.
    public func recorded(_ outputs: [String]) -> String {
        var lines = comments
        for (place, step) in steps.enumerated() {
            // A step that was not reached keeps its output.
            let output = outputs.indices.contains(place) ? outputs[place] : step.output
            if let heading = step.heading { lines += ["## " + heading, ""] }
            let typed = step.command.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines.append(step.prompt + (typed[0].isEmpty ? "" : " " + typed[0]))
            lines += typed.dropFirst().map { ">> " + $0 }
            if !output.isEmpty { lines += [output] }
            lines.append("")
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether an output is the expected one, in which `…` and `⟨…⟩` stand for any text.
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
