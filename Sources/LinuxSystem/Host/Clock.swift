import Glibc

/// Seconds of CLOCK_MONOTONIC: never set back, and halted while the machine is suspended.
package func monotonicSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

/// Seconds since 1970-01-01T00:00:00Z (CLOCK_REALTIME).
package func wallSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

/// Seconds since the machine started, including those suspended (CLOCK_BOOTTIME); the start times in /proc/PID/stat are of this
/// clock.
package func bootSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_BOOTTIME, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

/// Sleeps for that many seconds; signals do not shorten the sleep.
package func sleepSeconds(_ seconds: Double) {
    guard seconds > 0 else { return }
    let bounded = min(seconds, 1e9)
    var wanted = timespec()
    wanted.tv_sec = Int(bounded)
    wanted.tv_nsec = Int((bounded - bounded.rounded(.down)) * 1e9)
    var left = timespec()
    while nanosleep(&wanted, &left) != 0, errno == EINTR { wanted = left }
}
