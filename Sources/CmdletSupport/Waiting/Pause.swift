import CmdletKit
import LinuxSystem

extension CmdletRuntime {
    /// Waits that many seconds, in steps of 50 ms so that Ctrl-C is noticed.
    /// - Throws: `PipelineStopped` if the pipeline is stopped.
    package func pause(seconds: Double) throws {
        let end = monotonicSeconds() + seconds
        while true {
            try checkStop()
            let left = end - monotonicSeconds()
            guard left > 0 else { return }
            blocking { sleepSeconds(min(0.05, left)) }
        }
    }
}
