import Glibc
import LinuxSystem

/// Runs the shell on a thread with a larger stack, because scripts recurse on it.
enum LargeStack {
    /// The body that the thread runs, and its result.
    private final class Work: @unchecked Sendable {
        // Unchecked: the starting thread waits for the other to end, so only one of them uses it at a time.
        let body: () -> Int32
        var code: Int32 = 1
        init(_ body: @escaping () -> Int32) { self.body = body }
    }

    /// Runs a body on a thread with a stack of `size` bytes, or on this thread if none can be made.
    /// - Returns: what the body returns.
    static func run(_ size: Int, _ body: @escaping () -> Int32) -> Int32 {
        let work = Work(body)
        guard let thread = try? SystemThread.start(stackSize: size, takesSignals: true, { work.code = work.body() }) else {
            return body()
        }
        // This thread only waits: signals must interrupt the thread that reads.
        Signals.block([SIGINT, SIGWINCH, SIGTERM, SIGHUP])
        thread.join()
        return work.code
    }
}
