import CmdletKit
import LinuxSystem

/// Ends recursion of scripts before it overflows the stack of the thread it runs on.
enum StackGuard {
    /// Bytes of stack left for Swift code that calls no script: formatting, the binder, a cmdlet.
    private static let reserve: UInt = 512 * 1024

    /// The address of the stack's top, near enough.
    private static var position: UInt {
        var mark = 0
        return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
    }

    /// The most nested calls. Names are looked up through the scopes of all callers, so that an endless recursion would take
    /// minutes to use up the stack alone.
    private static let mostCalls = 10_000

    /// - Throws: PowerShell's CallDepthOverflow where this many calls are running, or the stack is nearly used up.
    @inline(__always) static func check(calls: Int) throws {
        if calls >= mostCalls { throw overflow }
        try check()
    }

    /// - Throws: PowerShell's CallDepthOverflow where the stack is nearly used up.
    @inline(__always) static func check() throws {
        if position < ThreadStack.limit { try checkLimit() }
    }

    /// The slow path. A thread's limit is `.max`, above any address, until it is computed here at the first check.
    @inline(never) private static func checkLimit() throws {
        let here = position
        if ThreadStack.limit == .max {
            let bottom = ThreadStack.lowestAddress
            // The main thread's stack can be "unlimited" (ulimit -s): at most 8 MiB below this point are used then.
            ThreadStack.limit = (bottom == 0 || here &- bottom > 4 << 30 ? here &- 8 << 20 : bottom) &+ reserve
        }
        if here < ThreadStack.limit { throw overflow }
    }

    private static var overflow: TerminatingError {
        TerminatingError(
            ErrorRecord(
                "The script failed due to call depth overflow.", id: "CallDepthOverflow", category: "InvalidOperation",
                exception: "System.Management.Automation.RuntimeException"))
    }
}
