import CLinux
import Glibc

/// Reads once, restarted on EINTR.
/// - Parameter size: the most bytes to read.
/// - Returns: nil at the end of the file; no bytes if a non-blocking descriptor has none now.
/// - Throws: read(2)'s error, except `EAGAIN`.
package func readSome(_ descriptor: Int32, atMost size: Int) throws(SystemError) -> [UInt8]? {
    var failure: Int32 = 0
    var ended = false
    let bytes = [UInt8](unsafeUninitializedCapacity: max(1, size)) { buffer, count in
        var got = -1
        repeat { got = read(descriptor, buffer.baseAddress, buffer.count) } while got < 0 && errno == EINTR
        if got < 0 {
            failure = errno
        } else if got == 0 {
            ended = true
        }
        count = max(0, got)
    }
    // On a pseudo-terminal whose other end is closed, read(2) fails with EIO: that is its end of file.
    if ended || failure == EIO && isatty(descriptor) != 0 { return nil }
    if failure == EAGAIN { return [] }
    if failure != 0 { throw SystemError(failure, "read descriptor", String(descriptor)) }
    return bytes
}

/// Reads exactly `size` bytes, waiting if the descriptor is non-blocking.
/// - Returns: nil if the file ends before the first byte.
/// - Throws: `EPIPE` if the file ends in the middle, or read(2)'s error.
package func readFully(_ descriptor: Int32, _ size: Int) throws(SystemError) -> [UInt8]? {
    var bytes: [UInt8] = []
    // The other end may have sent the size: memory is allocated as bytes arrive, never for a size that was only announced.
    bytes.reserveCapacity(min(size, 65_536))
    while bytes.count < size {
        guard let more = try readSome(descriptor, atMost: min(size - bytes.count, 65_536)) else {
            if bytes.isEmpty { return nil }
            throw SystemError(EPIPE, "read a whole message")
        }
        if more.isEmpty { try waitFor(descriptor, Int16(POLLIN)) }
        bytes += more
    }
    return bytes
}

/// Reads to the end of the file, waiting if the descriptor is non-blocking.
/// - Parameter limit: the most bytes to read.
/// - Throws: `EFBIG` if there are more, or read(2)'s error.
package func readToEnd(_ descriptor: Int32, limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while let more = try readSome(descriptor, atMost: 65_536) {
        if more.isEmpty { try waitFor(descriptor, Int16(POLLIN)) }
        bytes += more
        if bytes.count > limit { throw SystemError(EFBIG, "read more than \(limit) bytes") }
    }
    return bytes
}

/// Writes all of the bytes, waiting while a non-blocking descriptor is full. SIGPIPE is not blocked.
/// - Throws: write(2)'s error, except `EAGAIN` and `EINTR`.
package func writeFully(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var offset = 0
    while offset < bytes.count {
        guard let base = bytes.baseAddress else { return }
        let written = write(descriptor, base + offset, bytes.count - offset)
        if written > 0 {
            offset += written
        } else if errno == EAGAIN {
            try waitFor(descriptor, Int16(POLLOUT))
        } else if errno != EINTR {
            throw .last("write descriptor", String(descriptor))
        }
    }
}

/// Writes all of the bytes; see the overload above.
/// - Throws: write(2)'s error, except `EAGAIN` and `EINTR`.
package func writeFully(_ descriptor: Int32, _ bytes: [UInt8]) throws(SystemError) {
    let failure: SystemError? = bytes.withUnsafeBytes { buffer in
        do throws(SystemError) {
            try writeFully(descriptor, buffer)
            return nil
        } catch {
            return error
        }
    }
    if let failure { throw failure }
}

/// Writes all of a text as UTF-8; see the overload above.
/// - Throws: write(2)'s error, except `EAGAIN` and `EINTR`.
package func writeFully(_ descriptor: Int32, _ text: String) throws(SystemError) {
    try writeFully(descriptor, Array(text.utf8))
}

private func waitFor(_ descriptor: Int32, _ events: Int16) throws(SystemError) {
    var entries = [pollfd(fd: descriptor, events: events, revents: 0)]
    while poll(&entries, 1, -1) < 0 {
        guard errno == EINTR else { throw .last("poll descriptor", String(descriptor)) }
    }
}
