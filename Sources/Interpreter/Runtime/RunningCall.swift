import CmdletKit
import SourceText
import Values

/// A running function, script or block, with the position of its call.
struct RunningCall {
    let name: String
    /// Which of its blocks runs, where they are written out.
    var part: Part?
    /// The text that the call stands in, and where.
    let file: SourceFile
    let span: SourceSpan
    /// The call's invocation information; nil where the call did not make one.
    var invocation: InvocationInfo?

    /// A named block, as traces show it behind the function's name. A case rather than its text: a call copies the whole structure.
    enum Part: String {
        case begin = "<Begin>"
        case process = "<Process>"
        case end = "<End>"
    }
}

/// One line of Get-PSCallStack.
public struct CallStackEntry {
    /// The function's name with the block that runs, or `<ScriptBlock>`.
    public let function: String
    /// The function's name; empty for a script block.
    public let command: String
    /// The position that the function has reached.
    public let position: ErrorPosition?
    /// The call's invocation information; nil where the call did not make one.
    public let invocation: InvocationInfo?
}

extension Engine {
    /// The call stack, innermost first; the last entry is the text that the shell itself runs.
    /// - Parameters:
    ///   - position: the position that the innermost function has reached.
    ///   - most: the number of innermost entries wanted; nil for all.
    public func callStackEntries(at position: ErrorPosition?, most: Int? = nil) -> [CallStackEntry] {
        var entries: [CallStackEntry] = []
        var here = position
        for call in callStack.reversed() {
            if entries.count == most { return entries }
            entries.append(
                CallStackEntry(
                    function: call.name + (call.part?.rawValue ?? ""), command: call.name.hasPrefix("<") ? "" : call.name,
                    position: here, invocation: call.invocation))
            here = ErrorPosition(file: call.file, span: call.span)
        }
        entries.append(CallStackEntry(function: "<ScriptBlock>", command: "", position: here, invocation: nil))
        return entries
    }
}
