import CmdletKit
import SourceText
import Values

/// A running function, script or block, with the position of its call.
struct RunningCall {
    var name: String
    /// The text that the call stands in, and where.
    let file: SourceFile
    let span: SourceSpan
    /// The call's invocation information; nil where the call did not make one.
    var invocation: InvocationInfo?
}

/// One line of Get-PSCallStack.
public struct CallStackEntry {
    /// The function's name, or `<ScriptBlock>`.
    public let function: String
    /// The position that the function has reached.
    public let position: ErrorPosition?
    /// The call's invocation information; nil where the call did not make one.
    public let invocation: InvocationInfo?
}

extension Engine {
    /// The call stack, innermost first; the last entry is the text that the shell itself runs.
    /// - Parameter position: the position that the innermost function has reached.
    public func callStackEntries(at position: ErrorPosition?) -> [CallStackEntry] {
        var entries: [CallStackEntry] = []
        var here = position
        for call in callStack.reversed() {
            entries.append(CallStackEntry(function: call.name, position: here, invocation: call.invocation))
            here = ErrorPosition(file: call.file, span: call.span)
        }
        entries.append(CallStackEntry(function: "<ScriptBlock>", position: here, invocation: nil))
        return entries
    }
}
