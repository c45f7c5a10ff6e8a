import TestSupport
import Testing

/// The transcripts beside the target's sources. BULKHEAD_RECORD=1 writes them anew.
@Suite struct TranscriptTests {
    @Test func `there are transcripts`() { #expect(!TranscriptRunner.names(of: "Formatting").isEmpty) }

    @Test(arguments: TranscriptRunner.names(of: "Formatting")) func `a session prints what its transcript says`(_ name: String)
        throws
    {
        for miss in try TranscriptRunner.play(name, of: "Formatting") { Issue.record(Comment(rawValue: miss.description)) }
    }

    /// These transcripts use no host, so their output on the simulated host is the same.
    @Test(arguments: ["TablesAndLists"])
    func `on the simulated host it prints the same`(_ name: String) throws {
        for miss in try TranscriptRunner.play(name, of: "Formatting", arguments: ["-Engine", "Simulated"]) {
            Issue.record(Comment(rawValue: miss.description))
        }
    }
}
