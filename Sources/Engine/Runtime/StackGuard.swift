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
