import TestSupport
import Testing

/// The transcripts beside the target's sources. BULKHEAD_RECORD=1 writes them anew.
@Suite struct TranscriptTests {
    @Test func `there are transcripts`() { #expect(!TranscriptRunner.names(of: "ContainerCmdlets").isEmpty) }

    @Test(arguments: TranscriptRunner.names(of: "ContainerCmdlets")) func `a session prints what its transcript says`(
        _ name: String
    ) throws {
        for miss in try TranscriptRunner.play(name, of: "ContainerCmdlets") { Issue.record(Comment(rawValue: miss.description)) }
    }
}
