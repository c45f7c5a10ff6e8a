import CmdletKit
import Values

/// The program around the engine: the display and the user.
public protocol EngineHost: AnyObject {
    /// Whether the display is a terminal that takes escape sequences.
    var usesColour: Bool { get }
    /// `$PSStyle`.
    var style: StyleObject { get }
    /// The files of Start-Transcript, which record what the host shows.
    var transcripts: Transcripts { get }
    /// The columns of the terminal; without one, the width that output is formatted for.
    var width: Int { get }
    /// A sink that formats and shows the objects that leave a pipeline (Out-Default).
    func makeOutput(_ engine: Engine) -> any OutputSink
    /// A sink that writes objects to a file, formatted as on the display and without escape sequences (`>`).
    /// - Throws: `ValueError` where the file cannot be opened.
    func makeFileOutput(_ path: String, append: Bool, _ engine: Engine) throws -> any OutputSink
    /// A sink that formats objects as on the display and calls a closure with each line: for the standard input of native programs.
    func makeTextOutput(_ engine: Engine, _ line: @escaping (String) -> Void) -> any OutputSink
    /// Shows text, such as that of Write-Host; colours are names of System.ConsoleColor.
    func writeText(_ text: String, newline: Bool, foreground: String?, background: String?)
    /// Shows an error.
    func writeError(_ record: ErrorRecord)
    /// Shows a line of the warning, verbose or debug stream after its label, such as `WARNING`.
    func writeLine(_ label: String, _ text: String)
    /// Shows what formatting holds back, before a native program or the prompt writes to the terminal.
    func flush()
    /// Reads a line from the user; nil at the end of input or where no user can answer. Other runspaces run meanwhile: an
    /// implementation must not touch values.
    func readLine(prompt: String, hidesInput: Bool) -> String?
    /// The standard streams that native programs inherit; nil where their output has to be captured and formatted.
    var nativeDescriptors: (input: Int32, output: Int32, error: Int32)? { get }
}
