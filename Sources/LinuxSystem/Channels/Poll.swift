import CLinux
import Glibc

/// poll(2) on several descriptors.
package enum Poll {
    /// The conditions to wait for, and those that hold.
    package struct Events: OptionSet, Sendable {
        package var rawValue: Int16
        package init(rawValue: Int16) { self.rawValue = rawValue }
        /// Bytes can be read, or a connection accepted.
        package static let input = Events(rawValue: Int16(POLLIN))
        /// Bytes can be written without blocking.
        package static let output = Events(rawValue: Int16(POLLOUT))
        /// The other end is closed, or the descriptor has an error or is invalid. Reported without being asked for.
        package static let hangUp = Events(rawValue: Int16(POLLHUP) | Int16(POLLERR) | Int16(POLLNVAL))
    }

    /// Waits until one of the descriptors is ready. Signals do not end the wait.
    /// - Parameters:
    ///   - entries: the descriptors with the conditions to wait for.
    ///   - timeout: the longest wait in seconds; nil to wait for ever.
    /// - Returns: the indices in `entries` of the descriptors that are ready, with the conditions that hold; empty on a timeout.
    /// - Throws: poll(2)'s error; a timeout is none.
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
