import TestSupport
import Testing

/// Transcripts of sessions with real containers, played with both runtime types: `$type` and `$isolation` are set before the first
/// step. BULKHEAD_RECORD=1 writes them anew, with the output of the type played last.
@Suite(.serialized, .enabled(if: LinuxPlace.canRun)) struct ContainerTranscriptTests {
    private static let folder =
        String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.startIndex)) + "/Transcripts/"

    @Test(arguments: ["docker", "sessions"], SessionCases.types) func session(_ name: String, _ type: String) throws {
        let place = try LinuxPlace(name)
        let transcript = try Transcript(path: Self.folder + name + ".transcript")
        let setup = "$type = '\(type)'; $isolation = '\(type == "HyperV" ? "hyperv" : "process")'"
        for miss in try TranscriptRunner.play(transcript, setup: setup, environment: place.environment, seconds: 600) {
            Issue.record(Comment(rawValue: miss.description))
        }
    }
}
