import TestSupport
import Testing

/// The transcripts beside the target's sources. BULKHEAD_RECORD=1 writes them anew.
@Suite struct TranscriptTests {
    @Test func `there are transcripts`() { #expect(!TranscriptRunner.names(of: "Values").isEmpty) }

    @Test(arguments: TranscriptRunner.names(of: "Values")) func `a session prints what its transcript says`(_ name: String) throws {
        for miss in try TranscriptRunner.play(name, of: "Values") { Issue.record(Comment(rawValue: miss.description)) }
    }

    /// These transcripts use no host, so their output on the simulated host is the same.
    @Test(arguments: ["Collections", "Conversion", "Dates", "Reflection", "Text", "Versions"])
    func `on the simulated host it prints the same`(_ name: String) throws {
        for miss in try TranscriptRunner.play(name, of: "Values", arguments: ["-Engine", "Simulated"]) {
            Issue.record(Comment(rawValue: miss.description))
        }
    }
}
