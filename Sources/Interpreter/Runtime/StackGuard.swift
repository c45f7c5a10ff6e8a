import CmdletKit
import LinuxSystem

/// Keeps recursion of scripts from running over the stack of whichever thread they run on.
enum StackGuard {
    /// Left for Swift code that calls no script: formatting, the binder, a cmdlet.
    private static let reserve: UInt = 512 * 1024

    private static var position: UInt {
        var mark = 0
        return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
    }

    /// Calls that may be nested. Names are looked for in the scopes of all callers: a recursion without an end that had the whole stack
    /// would take minutes to use it up.
    private static let mostCalls = 10_000

    /// - Throws: PowerShell's call depth error where so many calls are running.
    @inline(__always) static func check(calls: Int) throws {
        if calls >= mostCalls { throw overflow }
        try check()
    }

    /// - Throws: PowerShell's call depth error where little of the stack is left.
    @inline(__always) static func check() throws {
        if position < ThreadStack.limit { try checkLimit() }
    }

    /// A thread's limit is above its whole stack until it is first looked at.
    @inline(never) private static func checkLimit() throws {
        let here = position
        if ThreadStack.limit == .max {
            let bottom = ThreadStack.lowestAddress
            // The main thread's limit may be "unlimited": at most 8 MiB below here count as usable then.
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
