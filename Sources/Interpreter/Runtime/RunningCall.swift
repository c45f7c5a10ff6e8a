import CmdletKit
import SourceText
import Values

/// A function, script or block that runs, with the place that called it.
struct RunningCall {
    var name: String
    let file: SourceFile
    let span: SourceSpan
    /// How it was called, where the call noted it.
    var invocation: InvocationInfo?
}

/// One line of Get-PSCallStack.
public struct CallStackEntry {
    /// The function's name, or `<ScriptBlock>`.
    public let function: String
    /// Where it is now.
    public let position: ErrorPosition?
    public let invocation: InvocationInfo?
}

extension Engine {
    /// What runs at the moment, innermost first, the shell's own line last.
    /// - Parameter position: where the innermost one is now.
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
