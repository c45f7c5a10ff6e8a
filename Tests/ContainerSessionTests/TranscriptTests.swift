import TestSupport
import Testing

/// Sessions with real containers, the same for both runtime types: `$type` and `$isolation` are set before the first line.
/// BULKHEAD_RECORD=1 writes them anew, from the type that is played last.
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
