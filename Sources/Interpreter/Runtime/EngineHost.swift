import CmdletKit
import Values

/// What the program around the engine shows to the user.
public protocol EngineHost: AnyObject {
    /// True where output is a terminal that understands escape sequences.
    var usesColour: Bool { get }
    /// `$PSStyle` of the session.
    var style: StyleObject { get }
    /// Files that get what it shows.
    var transcripts: Transcripts { get }
    /// Columns of the terminal, or the width that output without one is formatted for.
    var width: Int { get }
    /// Where objects of the last stage go: the default formatter.
    func makeOutput(_ engine: Engine) -> any OutputSink
    /// Where objects that are redirected to a file go: formatted as on the display, without escape sequences.
    func makeFileOutput(_ path: String, append: Bool, _ engine: Engine) throws -> any OutputSink
    /// Objects as the display would show them, handed on line by line: what a program reads from its input.
    func makeTextOutput(_ engine: Engine, _ line: @escaping (String) -> Void) -> any OutputSink
    /// Text of Write-Host.
    func writeText(_ text: String, newline: Bool, foreground: String?, background: String?)
    func writeError(_ record: ErrorRecord)
    /// A line of the warning, verbose or debug stream, with its stream's name in capitals before it.
    func writeLine(_ label: String, _ text: String)
    /// Ends what formatting holds back, before a native program or a prompt writes to the terminal.
    func flush()
    /// Reads a line from the user; nil at the end of input or where nobody can answer. Called while code of other runspaces runs: it touches
    /// no values.
    func readLine(prompt: String, hidesInput: Bool) -> String?
    /// The standard streams that native programs inherit; nil where their output has to be captured and formatted.
    var nativeDescriptors: (input: Int32, output: Int32, error: Int32)? { get }
}
