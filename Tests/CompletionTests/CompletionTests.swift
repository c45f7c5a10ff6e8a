import Completion
import EngineTestSupport
import Foundation
import Testing

/// Completion by tables of `text‸ => candidates`, where ‸ is the cursor. A line `! command` runs in the session first.
@Suite struct CompletionTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Completions")
    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txt") }.sorted()

    @Test(arguments: names) func `Tab offers what its table says`(_ name: String) throws {
        let table = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        let place = FileManager.default.temporaryDirectory.appending(path: "completion-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let session = TestSession()
        #expect(session.run("Set-Location '\(place.path)'") == "")
        for line in table.components(separatedBy: "\n") where !line.isEmpty && !line.hasPrefix("#") || line.hasPrefix("#requires") {
            if line.hasPrefix("! ") {
                #expect(session.run(String(line.dropFirst(2))) == "", "\(name): \(line)")
                continue
            }
            let parts = line.components(separatedBy: " => ")
            let written = try #require(parts.first?.components(separatedBy: "‸"))
            try #require(parts.count == 2 && written.count == 2, "\(name): \(line)")
            var expected = parts[1] == "nothing" ? [] : parts[1].components(separatedBy: " | ")
            let isOpen = expected.last == "…"
            if isOpen { expected.removeLast() }
            let result = CompletionEngine(session.engine).complete(written.joined(), cursor: written[0].utf8.count)
            let found = result.candidates.map(\.text)
            #expect((isOpen ? Array(found.prefix(expected.count)) : found) == expected, "\(name): \(line)")
        }
    }

    /// The line after the first candidate is inserted, which also replaces the rest of the word behind the cursor.
    @Test(arguments: [
        ("Get-Chil‸dItem -Recurse", "Get-ChildItem -Recurse"), ("Get-Chil‸ -Recurse", "Get-ChildItem -Recurse"),
        ("1 | ForEach-Obj‸ { $_ }", "1 | ForEach-Object { $_ }"), ("\"a ${PSVersionT‸} b\"", "\"a ${PSVersionTable} b\""),
        ("é; Get-Loca‸; é", "é; Get-Location; é"), ("& \"Get-Loca‸\"", "& \"Get-Location\""),
        ("& \"Get-Loca\"‸", "& \"Get-Location\""), ("$PSVersionTa‸.Count", "$PSVersionTable.Count"),
        ("'x'.Sub‸string(1)", "'x'.Substring((1)"),
    ]) func `a candidate takes the place of the word`(_ written: String, _ expected: String) throws {
        let parts = written.components(separatedBy: "‸")
        let text = parts.joined()
        let result = CompletionEngine(TestSession().engine).complete(text, cursor: parts[0].utf8.count)
        let candidate = try #require(result.candidates.first)
        let bytes = Array(text.utf8)
        let cursor = parts[0].utf8.count
        let line = bytes[..<(cursor - result.replaced)] + Array(candidate.text.utf8) + bytes[(cursor + result.replacedBehind)...]
        #expect(String(decoding: line, as: UTF8.self) == expected)
    }

    // MARK: Any text

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The scripts and transcripts of the project, as texts to complete in.
    private static let texts: [String] = ["Sources", "Tests/CompletionTests/Completions", "examples"].flatMap {
        folder -> [String] in
        let path = root.appending(path: folder).path
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        return names.filter { [".transcript", ".txt", ".ps1"].contains(where: $0.hasSuffix) }.sorted().compactMap {
            try? String(contentsOfFile: path + "/" + $0, encoding: .utf8)
        }
    }

    /// Every how many places to complete. A prime, so that over time all kinds of places are met; BULKHEAD_COMPLETION_STEP=1 tries
    /// each place.
    private static let step = ProcessInfo.processInfo.environment["BULKHEAD_COMPLETION_STEP"].flatMap { Int($0) } ?? 97

    @Test func `completion bears any place of any script`() throws {
        #expect(!Self.texts.isEmpty)
        let session = TestSession()
        let completion = CompletionEngine(session.engine)
        var completed = 0
        for text in Self.texts {
            // In pieces, because completing at a place parses the whole text.
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: 500) {
                let piece = String(decoding: bytes[start..<min(start + 500, bytes.count)], as: UTF8.self)
                for cursor in stride(from: start % Self.step, through: piece.utf8.count, by: Self.step) {
                    let result = completion.complete(piece, cursor: cursor)
                    #expect(result.replaced >= 0 && result.replaced <= cursor)
                    #expect(result.replacedBehind >= 0 && result.replacedBehind <= piece.utf8.count - cursor)
                    completed += 1
                }
            }
        }
        #expect(completed > 100)
    }

    @Test(arguments: [
        "", "‸", "$", "@", "-", "--", ".", "..", "::", "[", "[[", "[[[[[[", "](", "(((((((((", "{{{{{{{", "@{", "@{a", "@{a=", "$(",
        "\"$(",
        "\"${", "'", "\"", "@'\n", "@\"\n$", "`", "#", "<#", "#requires -", "using module @{", "&", "& ", "|", "a |", "a | ?",
        "$a.", "$a[", "$a::",
        "[int]::", "[x]::", "%{$_.", "$a = $b = ", "param([", "param([Parameter(", "class A {", "class A { [", "enum", "switch (",
        "switch ($a) {",
        "for (", "do {", "try {", "catch", "function", "data {", "1 -", "1 -eq ", "-join ", "a -b:", "a -b: ", "cd /", "cd ~",
        "cd //////", "cd [", "cd *",
        "cd `", "cd env:", "cd zz:", "cd a::", "\u{0}", "\u{FEFF}", "é‸", "🎉.", "$🎉", "a\r\nb", "$a = @($a; $b = $a; $a.",
        "$x = $x; $x.",
    ]) func `completion bears any beginning`(_ text: String) {
        let completion = CompletionEngine(TestSession().engine)
        for cursor in -1...(text.utf8.count + 1) {
            let result = completion.complete(text, cursor: cursor)
            #expect(result.replaced >= 0 && result.replacedBehind >= 0)
        }
        // In a deeply nested text, the parser's limit ends the parse.
        let deep = String(repeating: text, count: 400)
        _ = completion.complete(deep, cursor: deep.utf8.count)
    }
}
