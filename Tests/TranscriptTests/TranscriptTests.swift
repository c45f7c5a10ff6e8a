import FoundationEssentials
import TestSupport
import Testing

/// The transcripts of Transcripts/, each played against the shell as users start it. BULKHEAD_RECORD=1 writes them anew.
@Suite struct TranscriptTests {
    private static let folder =
        String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.startIndex)) + "/Transcripts"
    static let names = TranscriptRunner.files(in: folder).map { String($0.dropFirst(folder.count + 1)) }

    @Test(arguments: names) func session(_ name: String) throws {
        let transcript = try Transcript(path: Self.folder + "/" + name)
        #expect(!transcript.steps.isEmpty)
        for miss in try TranscriptRunner.play(transcript) { Issue.record(Comment(rawValue: miss.description)) }
    }

    /// These transcripts use no host, so their output on the simulated host is the same.
    @Test(arguments: ["classes", "dotnet", "formatting", "language"]) func sessionOnTheSimulatedHost(_ name: String) throws {
        let transcript = try Transcript(path: "\(Self.folder)/\(name).transcript")
        for miss in try TranscriptRunner.play(transcript, arguments: ["-Engine", "Simulated"]) {
            Issue.record(Comment(rawValue: miss.description))
        }
    }
}
