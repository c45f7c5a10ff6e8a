import FoundationEssentials
import Glibc
import LinuxSystem

/// Runs the commands of a transcript in a shell and compares the output of each.
public enum TranscriptRunner {
    /// A step whose output is not the expected one.
    public struct Miss: Sendable, CustomStringConvertible {
        /// The step, with the expected output.
        public var step: Transcript.Step
        /// The transcript's path.
        public var path: String
        /// The output that was printed.
        public var actual: String
        public var description: String {
            "\(path):\(step.line): \(step.command)\n--- expected\n\(step.output)\n--- printed\n\(actual)\n---"
        }
    }

    /// Plays a transcript in an empty folder of its own.
    /// - Parameters:
    ///   - arguments: further arguments of the shell, before those of the transcript.
    ///   - setup: commands that run before the first step and are not part of the transcript; they set variables that it uses.
    ///   - environment: environment variables for the shell.
    ///   - seconds: the seconds after which the shell is killed.
    /// - Returns: the steps whose output differs; none if BULKHEAD_RECORD is set, which writes what they print into the file instead.
    /// - Throws: `SystemError` if the shell cannot be started.
    public static func play(
        _ transcript: Transcript, arguments: [String] = [], setup: String = "", environment: [String: String] = [:],
        seconds: Double = 120
    ) throws -> [Miss] {
        // After each command comes one that prints a marker: the whole session runs in one process, and the markers separate the
        // outputs.
        let mark = { (place: Int) in "<<end of step \(place)>>" }
        var input = setup.isEmpty ? "" : setup + "\n"
        for (place, step) in transcript.steps.enumerated() { input += step.command + "\nWrite-Output '\(mark(place))'\n" }
        let folder = try Folders.makeTemporary(prefix: "bulkhead-transcript-")
        defer { try? Folders.removeTree(folder) }
        let result = try ShellProcess.run(
            ["-NoProfile", "-NoLogo"] + arguments + transcript.arguments + ["-"], input: input, environment: environment,
            workingDirectory: folder, seconds: seconds)
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
        let misses =
            zip(transcript.steps, outputs).compactMap { step, output in
                Transcript.matches(expected: step.output, actual: output)
                    ? nil : Miss(step: step, path: transcript.path, actual: output)
            }
            + (outputs.count < transcript.steps.count
                ? [Miss(step: transcript.steps[outputs.count], path: transcript.path, actual: "<not reached>")] : [])
        guard getenv("BULKHEAD_RECORD") != nil else { return misses }
        // A file whose steps all hold is left as it is, and so is a step that holds: what was printed has no `…` and `⟨…⟩`.
        if !misses.isEmpty {
            let kept = zip(transcript.steps, outputs).map { step, output in
                Transcript.matches(expected: step.output, actual: output) ? step.output : output
            }
            try Data(transcript.recorded(kept).utf8).write(to: URL(fileURLWithPath: transcript.path))
        }
        return []
    }

    /// The paths of the transcripts in a folder, sorted by name.
    public static func files(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".transcript") }.sorted().map {
            folder + "/" + $0
        }
    }

    /// The names of the transcripts that stand beside a target's sources, in `Sources/<target>/Tests`.
    public static func names(of target: String) -> [String] {
        let folder = self.folder(of: target)
        return files(in: folder).map { String($0.dropFirst(folder.count + 1).dropLast(".transcript".count)) }
    }

    /// Plays a transcript of a target.
    /// - Parameter name: one of `names(of:)`.
    /// - Returns: the steps whose output differs, as `play(_:)` does.
    /// - Throws: if the transcript cannot be read or the shell not be started.
    public static func play(_ name: String, of target: String, arguments: [String] = []) throws -> [Miss] {
        try play(Transcript(path: "\(folder(of: target))/\(name).transcript"), arguments: arguments)
    }

    private static func folder(of target: String, _ file: String = #filePath) -> String {
        let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return root.appendingPathComponent("Sources/\(target)/Tests").path
    }
}
