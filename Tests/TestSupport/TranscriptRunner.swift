import FoundationEssentials
import Glibc

/// Plays a transcript against the shell and compares what is printed after each command.
public enum TranscriptRunner {
    public struct Miss: Sendable, CustomStringConvertible {
        public var step: Transcript.Step
        public var path: String
        public var actual: String
        public var description: String {
            "\(path):\(step.line): \(step.command)\n--- expected\n\(step.output)\n--- printed\n\(actual)\n---"
        }
    }

    /// - Parameters:
    ///   - arguments: further arguments of the shell, before the transcript's own.
    ///   - setup: what the shell runs before the first step, unseen: values that a transcript is played with.
    /// - Returns: the steps whose output differs. With BULKHEAD_RECORD=1 the file is written anew, and nothing differs.
    public static func play(
        _ transcript: Transcript, arguments: [String] = [], setup: String = "", environment: [String: String] = [:],
        seconds: Double = 120
    ) throws -> [Miss] {
        // A line that only prints a mark stands behind each command, so that one process runs the whole session.
        let mark = { (place: Int) in "<<end of step \(place)>>" }
        var input = setup.isEmpty ? "" : setup + "\n"
        for (place, step) in transcript.steps.enumerated() { input += step.command + "\nWrite-Output '\(mark(place))'\n" }
        let result = try ShellProcess.run(
            ["-NoProfile", "-NoLogo"] + arguments + transcript.arguments + ["-"], input: input, environment: environment,
            seconds: seconds)
        var rest = result.output[...]
        var outputs: [String] = []
        for place in transcript.steps.indices {
            guard let range = rest.firstRange(of: mark(place) + "\n") else {
                outputs.append(Transcript.trimmed(String(rest)) + "\n<the shell ended here with \(result.exitCode)>")
                break
            }
            outputs.append(Transcript.trimmed(String(rest[..<range.lowerBound])))
            rest = rest[range.upperBound...]
        }
        if getenv("BULKHEAD_RECORD") != nil {
            try Data(transcript.recorded(outputs).utf8).write(to: URL(fileURLWithPath: transcript.path))
            return []
        }
        return zip(transcript.steps, outputs).compactMap { step, output in
            Transcript.matches(expected: step.output, actual: output)
                ? nil : Miss(step: step, path: transcript.path, actual: output)
        }
            + (outputs.count < transcript.steps.count
                ? [Miss(step: transcript.steps[outputs.count], path: transcript.path, actual: "<not reached>")] : [])
    }

    /// The transcripts of a folder, by name.
    public static func files(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".transcript") }.sorted().map {
            folder + "/" + $0
        }
    }
}
