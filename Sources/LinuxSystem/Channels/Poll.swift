import CLinux
import Glibc

/// poll(2) with names.
package enum Poll {
    package struct Events: OptionSet, Sendable {
        package var rawValue: Int16
        package init(rawValue: Int16) { self.rawValue = rawValue }
        package static let input = Events(rawValue: Int16(POLLIN))
        package static let output = Events(rawValue: Int16(POLLOUT))
        /// Reported without being asked for: an error, or the other end is closed.
        package static let hangUp = Events(rawValue: Int16(POLLHUP) | Int16(POLLERR) | Int16(POLLNVAL))
    }

    /// Waits until one of the descriptors is ready, at most so many seconds (nil for ever); a signal does not end it.
    ///
    /// - Returns: the positions in `entries` that are ready, with what they are ready for; empty where the time was over.
    package static func wait(for entries: [(Int32, Events)], timeout: Double? = nil) throws(SystemError) -> [(
        index: Int, events: Events
    )] {
        var raw = entries.map { pollfd(fd: $0.0, events: $0.1.rawValue, revents: 0) }
        let end = timeout.map { monotonicSeconds() + $0 }
        while true {
            var milliseconds: Int32 = -1
            if let end { milliseconds = Int32(clamping: Int((max(0, min(end - monotonicSeconds(), 1e6)) * 1000).rounded(.up))) }
            let count = poll(&raw, nfds_t(raw.count), milliseconds)
            if count >= 0 { break }
            guard errno == EINTR else { throw .last("poll") }
        }
        return raw.enumerated().compactMap { index, entry in
            entry.revents == 0 ? nil : (index, Events(rawValue: entry.revents))
        }
    }
}
