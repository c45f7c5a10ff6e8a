import Glibc

/// Seconds of a clock that only goes forward (CLOCK_MONOTONIC).
package func monotonicSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

/// Seconds since 1970 (CLOCK_REALTIME).
package func wallSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

/// Seconds since the machine started, time asleep included (CLOCK_BOOTTIME): the clock of /proc's start times.
package func bootSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_BOOTTIME, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

/// Sleeps; a signal does not shorten it.
package func sleepSeconds(_ seconds: Double) {
    guard seconds > 0 else { return }
    let bounded = min(seconds, 1e9)
    var wanted = timespec()
    wanted.tv_sec = Int(bounded)
    wanted.tv_nsec = Int((bounded - bounded.rounded(.down)) * 1e9)
    var left = timespec()
    while nanosleep(&wanted, &left) != 0, errno == EINTR { wanted = left }
}
