import Engine

/// A place other than this shell in which the lines of the prompt run: a container that was entered.
public protocol InteractiveSession: AnyObject {
    /// The name before the prompt: `[NAME]: PS /> `.
    var name: String { get }
    /// False once the far side is gone.
    var isAlive: Bool { get }
    /// The prompt as the far side computes it, the name included.
    func prompt() throws -> String
    /// Runs a line there and shows what comes back on this shell's host. `exit` there ends the session.
    /// - Returns: false where the session has ended.
    func run(_ line: String, in engine: Engine) throws -> Bool
    /// Gives the terminal to the far side until the session ends, where it can take it.
    /// - Returns: false where lines have to be run one by one.
    func takeTerminal(in engine: Engine) throws -> Bool
    /// Candidates for completion; nil where the far side cannot be asked.
    func complete(_ line: String, cursor: Int) -> CompletionResult?
    /// Ends it. Safe to call twice.
    func close()
    /// Why the far side is gone, a whole sentence; nil where the user left.
    var endReason: String? { get }
}
