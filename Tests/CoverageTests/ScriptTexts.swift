import FoundationEssentials
import TestSupport

/// A script that some test runs: a step of a transcript, an example, a script of examples/, or a text in a Swift test.
struct ScriptText: Sendable {
    /// The script in lower case, because the language does not tell cases apart.
    let text: String
    /// The name of the transcript in lower case, without its extension; empty for other scripts.
    let transcript: String

    init(_ text: String, transcript: String = "") {
        self.text = text.lowercased()
        self.transcript = transcript.lowercased()
    }

    /// Each word of the script, once. A name may have `-` in it or in front; the aliases `?` and `%` are words as well.
    var words: Set<Substring> {
        Set(text.split { !($0.isLetter || $0.isNumber || "-_?%".contains($0)) })
    }
}

/// The scripts that the project's tests run.
enum ScriptTexts {
    static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder
    }()

    /// The paths of the files below a folder of the project with an extension, sorted.
    static func files(below folder: String, _ fileExtension: String) -> [String] {
        let path = root.appendingPathComponent(folder).path
        return ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix("." + fileExtension) }
            .sorted()
            .map { path + "/" + $0 }
    }

    static func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    /// All transcripts: those beside the sources, and those of real containers.
    static let transcriptPaths = files(below: "Sources", "transcript") + files(below: "Tests", "transcript")

    /// The steps of all transcripts.
    static let steps: [ScriptText] = transcriptPaths.flatMap { path -> [ScriptText] in
        guard let transcript = try? Transcript(path: path) else { return [] }
        let file = path.split(separator: "/").last ?? ""
        return transcript.steps.map { ScriptText($0.command, transcript: String(file.dropLast(".transcript".count))) }
    }

    /// The scripts of examples/.
    static let examples: [ScriptText] = files(below: "examples", "ps1").compactMap { try? ScriptText(read($0)) }

    /// The string literals of Swift tests, of which some are scripts.
    static let literals: [ScriptText] = files(below: "Tests", "swift").filter { !$0.contains("/CoverageTests/") }.flatMap { path in
        ((try? read(path)).map(stringLiterals) ?? []).map { ScriptText($0) }
    }

    /// The texts of a Swift file's string literals, one after the other. Literals that `+` joins are one text.
    static func stringLiterals(_ source: String) -> [String] {
        var found: [String] = []
        var rest = Array(source.utf8)[...]
        var isJoined = false
        while let byte = rest.first {
            if rest.starts(with: Array("//".utf8)) {
                rest = rest.drop { $0 != UInt8(ascii: "\n") }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") && rest.starts(with: Array("#\"".utf8)) {
                let isRaw = byte == UInt8(ascii: "#")
                if isRaw { rest.removeFirst() }
                let isLong = rest.starts(with: Array("\"\"\"".utf8))
                let close = Array(((isLong ? "\"\"\"" : "\"") + (isRaw ? "#" : "")).utf8)
                rest = rest.dropFirst(isLong ? 3 : 1)
                var text: [UInt8] = []
                while !rest.isEmpty, !rest.starts(with: close) {
                    // An escape is not told apart: `\"` is a quote of the script, and `\(…)` a value that the test puts in.
                    if !isRaw, rest.first == UInt8(ascii: "\\") { rest.removeFirst() }
                    if let next = rest.popFirst() { text.append(next) }
                }
                rest = rest.dropFirst(close.count)
                let literal = String(decoding: text, as: UTF8.self)
                if isJoined, let last = found.popLast() { found.append(last + literal) } else { found.append(literal) }
                isJoined = false
            } else {
                if byte == UInt8(ascii: "+") { isJoined = true } else if byte > UInt8(ascii: " ") { isJoined = false }
                rest.removeFirst()
            }
        }
        return found
    }
}
