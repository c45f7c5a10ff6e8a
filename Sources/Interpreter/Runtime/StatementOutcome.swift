/// How a statement ended.
public enum StatementOutcome {
    /// The statement ran to its end.
    case normal
    /// `break`, unwinding to the loop with the label `Frame.jumpLabel`, or to the innermost one.
    case `break`
    /// `continue`, unwinding to the same loop.
    case `continue`
    /// `return`, unwinding out of the function or script; its value has been written.
    case `return`
    /// The sink wants no more output: the pipeline stops (`Select-Object -First`).
    case enough
}
