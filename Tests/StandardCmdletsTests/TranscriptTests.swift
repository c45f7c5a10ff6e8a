import EngineTestSupport
import Foundation
import Testing

/// Transcripts of sessions in memory: `PS> command`, `>> ` for further lines, then the output. BULKHEAD_RECORD=1 writes them anew.
@Suite struct TranscriptTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")

    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txt") }.sorted()

    @Test(arguments: names) func `a session shows what its transcript says`(_ name: String) throws {
        let file = Self.folder.appending(path: name)
        let text = try String(contentsOf: file, encoding: .utf8)
        let session = TestSession()
        var replayed = ""
        for entry in Self.entries(text) {
            replayed += entry.prompt
            let shown = session.run(entry.command)
            replayed += shown
            if ProcessInfo.processInfo.environment["BULKHEAD_RECORD"] == nil {
                #expect(shown == entry.shown, "\(name): \(entry.command)")
            }
        }
        if ProcessInfo.processInfo.environment["BULKHEAD_RECORD"] != nil {
            try replayed.write(to: file, atomically: true, encoding: .utf8)
        }
    }

    private struct Entry {
        var prompt: String
        var command: String
        var shown: String
    }

    private static func entries(_ text: String) -> [Entry] {
        var entries: [Entry] = []
        var isPrompt = false
        for line in text.components(separatedBy: "\n").dropLast(text.hasSuffix("\n") ? 1 : 0) {
            if line.hasPrefix("PS> ") {
                entries.append(Entry(prompt: line + "\n", command: String(line.dropFirst(4)), shown: ""))
                isPrompt = true
            } else if isPrompt, line.hasPrefix(">> "), !entries.isEmpty {
                entries[entries.count - 1].prompt += line + "\n"
                entries[entries.count - 1].command += "\n" + line.dropFirst(3)
            } else if !entries.isEmpty {
                isPrompt = false
                entries[entries.count - 1].shown += line + "\n"
            }
        }
        return entries
    }
}
