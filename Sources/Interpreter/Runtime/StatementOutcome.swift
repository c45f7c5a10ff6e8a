/// How a statement ended.
public enum StatementOutcome {
    case normal
    /// To the loop of `Frame.jumpLabel`, or the innermost one.
    case `break`
    case `continue`
    /// Out of the function or script; the value has been written.
    case `return`
    /// Nobody downstream wants more output.
    case enough
}
