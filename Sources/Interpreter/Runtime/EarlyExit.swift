/// A `break`, `continue` or `return` on its way to the statement that it ends.
///
/// An error only where a statement's outcome cannot be handed on: out of an expression, and for `break` and `continue` out of a script block,
/// function or pipeline, up to the loop around the caller (about_Break).
package struct EarlyExit: Error {
    /// `.break`, `.continue`, `.return` or `.enough`.
    package let outcome: StatementOutcome
    /// The loop that `break` or `continue` names.
    package var label: String?
}

extension Error {
    /// Whether this is a way out of running code (`exit`, Ctrl-C, `break`, `continue`, `return`) and no failure: neither `catch` nor `trap`
    /// takes it, nothing shows it, and `finally` runs on its way.
    public var isFlowControl: Bool { self is PipelineStopped || self is ExitRequest || self is EarlyExit }
}
