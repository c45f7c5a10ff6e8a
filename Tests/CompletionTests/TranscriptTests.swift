import TestSupport
import Testing

/// The transcripts beside the target's sources. BULKHEAD_RECORD=1 writes them anew.
@Suite struct TranscriptTests {
    private static let names = TranscriptRunner.names(of: "Completion")

    @Test func `there are transcripts`() { #expect(!Self.names.isEmpty) }

    @Test(arguments: names) func `a session prints what its transcript says`(_ name: String)
        throws
    {
        for miss in try TranscriptRunner.play(name, of: "Completion") { Issue.record(Comment(rawValue: miss.description)) }
    }
}
