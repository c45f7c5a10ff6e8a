import CmdletKit
import LinuxSystem

extension CmdletRuntime {
    /// Waits so many seconds, in short naps, so that Ctrl-C is heard.
    /// - Throws: where it was.
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
