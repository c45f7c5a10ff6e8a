/// What Enter-PSSession and Exit-PSSession speak to: the shell's prompt. Scripts without a prompt have none, and the service is missing.
public protocol InteractiveSessionHost: AnyObject {
    /// The session that the prompt's lines go to; nil: this shell's own engine.
    var current: (any InteractiveSession)? { get }
    /// Whether it has a terminal that a session can take.
    var hasTerminal: Bool { get }
    /// Lines go to the session from the next one on.
    func push(_ session: any InteractiveSession)
    /// Leaves the current session.
    /// - Returns: false where there is none.
    func pop() -> Bool
}
