import CmdletKit
import LinuxSystem

/// How far code of an engine is nested, and how far it may be.
///
/// Every way back into the interpreter counts (`Engine.descend`): calls of functions, blocks and methods, defaults of parameters and
/// properties, blocks that cmdlets and members run. A thread's stack alone is no bound: names are looked for in the scopes of all callers,
/// so that a recursion without an end would take minutes to use the stack up.
struct CallDepth {
    /// Ways back into the interpreter that may be nested.
    private static let most = 10_000
    /// How far an overflow unwinds before anything may catch it or is called again. Were it caught where it arose, code that tries again
    /// (`try { f } catch { f }`, a finally block that calls, a member that swallows errors) would take exponential time.
    private static let calm = 100
    /// How many overflows unwind no farther than to the calm level.
    private static let patience = 8
    /// Up to which level a statement that ends in an overflow is passed over for the next one, without a `catch` or `trap`.
    static let outermost = 8
    /// The least that may be nested behind an overflow.
    private static let least = 200

    private(set) var level = 0
    /// An overflow is on its way out: calls fail at once, and nothing catches.
    private(set) var isUnwinding = false
    private var limit = most
    /// What `limit` is where no overflow unwinds. Less behind each overflow until the outermost code is reached again: what tries again a
    /// hundred times is not to take the whole time of an overflow each time.
    private var ceiling = most
    /// How many overflows there were since the outermost code was reached.
    private var overflows = 0
    /// At which level something changes: the unwinding ends, or the ceiling is the usual one again.
    private var floor = -1

    @inline(__always) mutating func descend(_ weight: Int = 1) throws {
        if level + weight > limit || StackGuard.isNear { try overflow(weight) }
        level += weight
    }

    /// - Returns: whether an overflow has unwound here.
    @inline(__always) mutating func ascend(_ weight: Int = 1) -> Bool {
        level -= weight
        return level <= floor && settle()
    }

    @inline(never) private mutating func settle() -> Bool {
        let hasUnwound = isUnwinding
        isUnwinding = false
        if level <= 1 {
            (floor, ceiling, overflows) = (-1, Self.most, 0)
        } else {
            floor = 1
        }
        limit = ceiling
        return hasUnwound
    }

    @inline(never) private mutating func overflow(_ weight: Int) throws {
        guard level + weight > limit || StackGuard.isReached() else { return }
        if !isUnwinding, level > 0 {
            isUnwinding = true
            // Behind a few of them each unwinds farther: what catches at a level and tries again, and does so at each level below it as
            // well, would take exponential time even within the calm levels.
            floor = min(Self.calm >> max(0, overflows - Self.patience), level / 2)
            limit = floor
            overflows += 1
            ceiling = max(Self.least, ceiling / 10)
        }
        throw StackGuard.overflow
    }
}

/// Ends recursion of scripts before it overflows the stack of the thread it runs on.
enum StackGuard {
    /// Bytes of stack left for Swift code that calls no script: formatting, the binder, a cmdlet.
    private static let reserve: UInt = 512 * 1024

    /// The address of the stack's top, near enough.
    private static var position: UInt {
        var mark = 0
        return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
    }

    /// Whether little of the stack may be left. True as well for a thread that was not asked before, whose limit is not known yet.
    @inline(__always) static var isNear: Bool { position < ThreadStack.limit }

    /// - Throws: PowerShell's CallDepthOverflow where the stack is nearly used up.
    @inline(__always) static func check() throws {
        if isNear, isReached() { throw overflow }
    }

    @inline(never) static func isReached() -> Bool {
        let here = position
        // A thread's limit is above its whole stack until it is first looked at.
        if ThreadStack.limit == .max {
            let bottom = ThreadStack.lowestAddress
            // The main thread's stack can be "unlimited" (ulimit -s): at most 8 MiB below this point are used then.
            ThreadStack.limit = (bottom == 0 || here &- bottom > 4 << 30 ? here &- 8 << 20 : bottom) &+ reserve
        }
        return here < ThreadStack.limit
    }

    static let exceptionType = "System.Management.Automation.ScriptCallDepthException"

    static var overflow: TerminatingError {
        TerminatingError(
            ErrorRecord(
                "The script failed due to call depth overflow.", id: "CallDepthOverflow", category: "InvalidOperation",
                exception: exceptionType))
    }
}

extension Error {
    /// Whether this is the call depth error. No failure of its own is made of it on the way out: each of ten thousand levels would put its
    /// sentence around the message.
    public var isCallDepthOverflow: Bool { (self as? TerminatingError)?.record.exception.typeName == StackGuard.exceptionType }
}

extension Engine {
    /// Counts a way into the interpreter; `ascend` ends it.
    /// - Throws: the call depth error where too many are nested, or little of the stack is left.
    @inline(__always) func descend(_ weight: Int = 1) throws { try depth.descend(weight) }

    @inline(__always) func ascend(_ weight: Int = 1) {
        if depth.ascend(weight) { interrupt.noteOverflow() }
    }

    /// Runs something that leads back into the interpreter, where nothing on the way counts by itself.
    /// - Parameter weight: how many calls it counts for: what takes milliseconds each time may be nested less often.
    /// - Throws: the call depth error.
    public func nested<T>(weight: Int = 1, _ body: () throws -> T) throws -> T {
        try descend(weight)
        defer { ascend(weight) }
        return try body()
    }

    /// Says that an overflow has been shown or caught. One that code swallows on its way is raised again at the next stage or loop.
    func settleOverflow() { _ = interrupt.takeOverflow() }

    /// - Throws: an overflow that nobody has shown or caught.
    func raiseOverflow() throws {
        if interrupt.takeOverflow() { throw StackGuard.overflow }
    }
}
