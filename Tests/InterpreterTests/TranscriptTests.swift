import TestSupport
import Testing

/// The transcripts beside the target's sources. BULKHEAD_RECORD=1 writes them anew.
@Suite struct TranscriptTests {
    @Test func `there are transcripts`() { #expect(!TranscriptRunner.names(of: "Interpreter").isEmpty) }

    @Test(arguments: TranscriptRunner.names(of: "Interpreter")) func `a session prints what its transcript says`(_ name: String)
        throws
    {
        for miss in try TranscriptRunner.play(name, of: "Interpreter") { Issue.record(Comment(rawValue: miss.description)) }
    }

    /// These transcripts use no host, so their output on the simulated host is the same.
    @Test(arguments: ["Attributes", "ClassOperators", "Classes", "ControlFlow", "Expressions", "Functions", "ScriptBlocks"])
    func `on the simulated host it prints the same`(_ name: String) throws {
        for miss in try TranscriptRunner.play(name, of: "Interpreter", arguments: ["-Engine", "Simulated"]) {
            Issue.record(Comment(rawValue: miss.description))
        }
    }
}
