import CmdletKit
import LinuxSystem

/// Keeps recursion of scripts from running over the thread's stack.
struct StackGuard {
    private let lowest: UInt

    /// Left for Swift code that calls no script: formatting, the binder, a cmdlet.
    private static let reserve: UInt = 512 * 1024

    init() {
        let here = Self.position
        // The main thread's limit may be "unlimited": at most 8 MiB below here count as usable then.
        let bottom = ThreadStack.lowestAddress
        lowest = (bottom == 0 || here &- bottom > 4 << 30 ? here &- 8 << 20 : bottom) &+ Self.reserve
    }

    private static var position: UInt {
        var mark = 0
        return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
    }

    /// Calls that may be nested. Names are looked for in the scopes of all callers: a recursion without an end that had the whole stack
    /// would take minutes to use it up.
    private static let mostCalls = 10_000

    /// - Throws: PowerShell's call depth error where so many calls are running.
    @inline(__always) func check(calls: Int) throws {
        if calls >= Self.mostCalls { throw Self.overflow }
        try check()
    }

    /// - Throws: PowerShell's call depth error where little of the stack is left.
    @inline(__always) func check() throws {
        if Self.position < lowest { throw Self.overflow }
    }

    private static var overflow: TerminatingError {
        TerminatingError(
            ErrorRecord(
                "The script failed due to call depth overflow.", id: "CallDepthOverflow", category: "InvalidOperation",
                exception: "System.Management.Automation.RuntimeException"))
    }
}
