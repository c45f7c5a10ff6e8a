import CmdletKit
import Interpreter
import Values

/// Stop-Transcript: ends the newest transcript.
struct StopTranscript: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Stop-Transcript", synopsis: "Ends the newest transcript that runs.",
        description: """
            Writes the end of the transcript to its file, and a text that names the file, which is also its property \
            Path. Takes nothing from the pipeline. It is an error where no transcript runs.
            """,
        confirms: true,
        outputs: ["System.String"],
        examples: [
            Example(
                """
                $null = Start-Transcript /tmp/stop-transcript.txt
                (Stop-Transcript).Path
                Remove-Item /tmp/stop-transcript.txt
                """,
                "Ends a transcript, and finds its file.", output: "/tmp/stop-transcript.txt"),
            Example("try { Stop-Transcript } catch { 'none runs' }", "Where none runs.", output: "none runs"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        guard try runtime.shouldProcess(target: "", action: "Stop-Transcript") else { return }
        let engine = try runtime.service(Engine.self)
        engine.host.flush()
        guard let path = engine.host.transcripts.stop() else {
            throw ValueError(
                "An error occurred stopping transcription: The host is not currently transcribing.", id: "InvalidOperation",
                exception: "System.Management.Automation.PSInvalidOperationException", category: "InvalidOperation")
        }
        let shown = engine.fileSystem.display(path)
        try runtime.write(StartTranscript.message("stopped", shown))
    }
}
