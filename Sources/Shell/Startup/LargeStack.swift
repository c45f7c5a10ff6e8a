import Glibc
import LinuxSystem

/// Runs the shell on a thread with a stack of its own size.
enum LargeStack {
    /// What goes into the thread and comes out of it.
    private final class Work: @unchecked Sendable {
        // Unchecked: the thread that starts it waits for its end, so that only one touches it at a time.
        let body: () -> Int32
        var code: Int32 = 1
        init(_ body: @escaping () -> Int32) { self.body = body }
    }

    static func run(_ size: Int, _ body: @escaping () -> Int32) -> Int32 {
        let work = Work(body)
        guard let thread = try? SystemThread.start(stackSize: size, takesSignals: true, { work.code = work.body() }) else {
            return body()
        }
        // This thread only waits: signals are to interrupt the one that reads.
        Signals.block([SIGINT, SIGWINCH, SIGTERM, SIGHUP])
        thread.join()
        return work.code
    }
}
