import Glibc
import LinuxSystem
import Synchronization

/// Places where a test lets an operation fail, or this process die: `BULKHEAD_FAIL=step:N:error|kill`.
///
/// Each operation names its places with one step (`create`, `start`, `supervise`, `stop`, `remove`, `convert`) and they count from 1 in the
/// order they are reached. With `BULKHEAD_FAIL_LOG=FILE` the number of each place that is reached is appended there, so that a test knows
/// how many there are.
package final class Failpoints: Sendable {
    private let step: String
    private let number: Int
    private let kill: Bool
    private let log: String?
    private let counts = Mutex<[String: Int]>([:])

    /// Reads the environment once.
    package init(
        _ setting: String? = Environment.value("BULKHEAD_FAIL"), log: String? = Environment.value("BULKHEAD_FAIL_LOG")
    ) {
        let parts = (setting ?? "").split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        step = parts.count == 3 ? parts[0] : ""
        number = parts.count == 3 ? Int(parts[1]) ?? 0 : 0
        kill = parts.count == 3 && parts[2] == "kill"
        self.log = log
    }

    /// Starts counting a step's places again.
    package func begin(_ step: String) {
        guard log != nil || !self.step.isEmpty else { return }
        counts.withLock { $0[step] = 0 }
    }

    /// Marks a place of a step, where the test's failure happens if it is the one that was asked for.
    /// - Parameter what: names the place in the log and in the error.
    /// - Throws: `InjectedFailure` if a test asked for an error here.
    package func reach(_ step: String, _ what: String) throws(ContainerError) {
        guard log != nil || step == self.step else { return }
        let count = counts.withLock { counts in
            let next = (counts[step] ?? 0) + 1
            counts[step] = next
            return next
        }
        if let log, let file = try? Descriptor.open(log, O_WRONLY | O_CREAT | O_APPEND) {
            try? writeFully(file.raw, "\(step):\(count) \(what)\n")
        }
        guard step == self.step, count == number else { return }
        if kill {
            _ = Glibc.kill(getpid(), SIGKILL)
        }
        throw ContainerError("InjectedFailure", "A failure was asked for at \(step):\(count).", cause: what)
    }
}
