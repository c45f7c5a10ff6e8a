/// The prompt, as Enter-PSSession and Exit-PSSession use it: a service of the engine, missing where a script runs without a prompt.
public protocol InteractiveSessionHost: AnyObject {
    /// The session that lines are sent to; nil where this shell runs them itself.
    var current: (any InteractiveSession)? { get }
    /// Whether there is a terminal to connect to a session.
    var hasTerminal: Bool { get }
    /// Enters a session: lines go to it, beginning with the next one.
    func push(_ session: any InteractiveSession)
    /// Leaves the current session, for the one it was entered from or this shell.
    /// - Returns: false where there is none.
    func pop() -> Bool
}
