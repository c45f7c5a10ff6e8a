import TestSupport
import Testing

/// Transcripts are read by people: a line fits beside the code, and each prompt shows one thing.
@Suite struct TranscriptStyleTests {
    @Test(arguments: ScriptTexts.transcriptPaths) func `the prompts of a transcript are short`(_ path: String) throws {
        let transcript = try Transcript(path: path)
        #expect(!transcript.steps.isEmpty, "\(path) has no prompt")
        for step in transcript.steps {
            let widest = step.command.split(separator: "\n").map(\.count).max() ?? 0
            #expect(widest + step.prompt.count + 1 <= 120, "\(path):\(step.line): more than 120 characters in a line")
        }
    }
}
