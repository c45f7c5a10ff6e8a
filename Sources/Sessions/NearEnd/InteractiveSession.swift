import CmdletKit
import Completion
import Interpreter

/// A place other than this shell where the prompt's lines are run: a container that was entered (Enter-PSSession).
public protocol InteractiveSession: AnyObject {
    /// The name before the prompt, as in `[NAME]: PS /> `.
    var name: String { get }
    /// False once the far end has gone.
    var isAlive: Bool { get }
    /// The prompt as the far end computes it, with the name in front.
    /// - Throws: an error of the connection where the far end has gone.
    func prompt() throws -> String
    /// Runs a line at the far end and shows its output on this shell's host. `exit` there ends the session.
    /// - Returns: false where the session has ended.
    /// - Throws: `PipelineStopped` after Ctrl-C; an error of the connection.
    func run(_ line: String, in engine: Engine) throws -> Bool
    /// Connects the terminal to the far end until the session ends, where that is supported.
    /// - Returns: false where it is not, so that lines are to be run one by one.
    /// - Throws: an error of the connection.
    func takeTerminal(in engine: Engine) throws -> Bool
    /// The far end's completions; nil where it cannot be asked.
    func complete(_ line: String, cursor: Int) -> CompletionResult?
    /// Ends the session; a second call does nothing.
    func close()
    /// A sentence that says why the far end has gone; nil where the user left the session.
    var endReason: String? { get }
}
