import CmdletKit
import SourceText
import Values

/// A function, script or block that runs, with the place that called it.
struct RunningCall {
    let name: String
    /// Which of its blocks runs, where they are written out.
    var part: Part?
    let file: SourceFile
    let span: SourceSpan
    /// How it was called, where the call noted it.
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
    /// The function's name alone; empty for a script block.
    public let command: String
    /// Where it is now.
    public let position: ErrorPosition?
    public let invocation: InvocationInfo?
}

extension Engine {
    /// What runs at the moment, innermost first, the shell's own line last.
    /// - Parameters:
    ///   - position: where the innermost one is now.
    ///   - most: how many of the innermost are wanted; nil for all.
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
