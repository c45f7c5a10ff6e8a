import CLinux
import Glibc

/// Unix stream sockets (unix(7)), and descriptors sent over them.
package enum UnixSocket {
    /// Two connected sockets, close-on-exec.
    /// - Throws: socketpair(2)'s error.
    package static func pair() throws(SystemError) -> (Descriptor, Descriptor) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw .last("make a socket pair")
        }
        return (Descriptor(ends[0]), Descriptor(ends[1]))
    }

    /// Listens at a path. The socket's file gets mode 0600; a file that stands at the path is removed first.
    /// - Parameter backlog: the number of connections that may wait to be accepted.
    /// - Throws: the error of the call that failed.
    package static func listen(_ path: String, backlog: Int32 = 16) throws(SystemError) -> Descriptor {
        let socket = try make()
        unlink(path)
        // bind(2) makes the file with the mode that the umask leaves, and a umask belongs to the whole process: until chmod, only
        // the folder's mode (0700) protects the socket.
        try withAddress(path) { address, size in bind(socket.raw, address, size) }
        guard chmod(path, 0o600) == 0, Glibc.listen(socket.raw, backlog) == 0 else { throw .last("listen at", path) }
        return socket
    }

    /// Connects to the socket at a path. Long paths are handled.
    /// - Throws: `ENOENT` if there is no such file, `ECONNREFUSED` if nobody listens there, or another error of connect(2).
    package static func connect(_ path: String) throws(SystemError) -> Descriptor {
        let socket = try make()
        try withAddress(path) { address, size in
            var result: Int32
            repeat { result = Glibc.connect(socket.raw, address, size) } while result != 0 && errno == EINTR
            return result
        }
        return socket
    }

    /// Accepts one connection.
    /// - Parameter timeout: the longest wait in seconds; nil to wait for ever.
    /// - Throws: `ETIMEDOUT` on a timeout, or accept(2)'s error.
    package static func accept(_ listener: Descriptor, timeout: Double? = nil) throws(SystemError) -> Descriptor {
        guard try !Poll.wait(for: [(listener.raw, .input)], timeout: timeout).isEmpty else {
            throw SystemError(ETIMEDOUT, "accept a connection")
        }
        let raw = clinux_accept(listener.raw)
        guard raw >= 0 else { throw .last("accept a connection") }
        return Descriptor(raw)
    }

    /// Sends all of the bytes, with the descriptors attached to the first of them (SCM_RIGHTS).
    /// - Parameters:
    ///   - bytes: at least one byte; the kernel attaches descriptors to bytes only.
    ///   - descriptors: at most 16 descriptors. The receiver gets copies.
    /// - Throws: `EINVAL` for more than 16 descriptors, `EPIPE` if the other end is closed, or another error of sendmsg(2).
    package static func send(_ bytes: [UInt8], descriptors: [Int32] = [], over socket: Int32) throws(SystemError) {
        var sent = 0
        var attached = descriptors
        while sent < bytes.count || !attached.isEmpty {
            let count = bytes.withUnsafeBytes { buffer in
                attached.withUnsafeBufferPointer { numbers in
                    clinux_send_descriptors(
                        socket, buffer.baseAddress.map { $0 + sent }, bytes.count - sent, numbers.baseAddress,
                        Int32(clamping: numbers.count))
                }
            }
            guard count >= 0 else { throw .last("send over socket", String(socket)) }
            guard count > 0 else { throw SystemError(EPIPE, "send over socket", String(socket)) }
            sent += count
            attached = []
        }
    }

    /// Receives bytes once, with the descriptors that came with them.
    /// - Parameters:
    ///   - size: the most bytes to receive.
    ///   - most: the most descriptors to keep, at most 16; others are closed.
    /// - Returns: no bytes at the end of the stream.
    /// - Throws: recvmsg(2)'s error.
    package static func receive(
        atMost size: Int, descriptors most: Int = 16, from socket: Int32
    ) throws(SystemError) -> (bytes: [UInt8], descriptors: [Descriptor]) {
        var numbers = [Int32](repeating: -1, count: max(1, min(most, 16)))
        var count: Int32 = 0
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: max(1, size)) { buffer, filled in
            let got = clinux_receive_descriptors(
                socket, buffer.baseAddress, buffer.count, &numbers, Int32(min(most, numbers.count)), &count)
            if got < 0 { failure = errno }
            filled = max(0, got)
        }
        guard failure == 0 else { throw SystemError(failure, "receive from socket", String(socket)) }
        return (bytes, numbers.prefix(Int(count)).map { Descriptor($0) })
    }

    /// The process and user at the other end, as they were when it connected (SO_PEERCRED).
    /// - Throws: getsockopt(2)'s error.
    package static func peer(of socket: Int32) throws(SystemError) -> (pid: Int32, user: UInt32) {
        var pid: pid_t = 0
        var user: uid_t = 0
        guard clinux_peer(socket, &pid, &user) == 0 else { throw .last("ask who is at socket", String(socket)) }
        return (pid, user)
    }

    private static func make() throws(SystemError) -> Descriptor {
        let raw = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard raw >= 0 else { throw .last("make a socket") }
        return Descriptor(raw)
    }

    /// Calls `body` with the address of a path. A path that does not fit into an address (107 bytes) is replaced by one through
    /// /proc/self/fd and a descriptor of its folder.
    private static func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) throws(SystemError) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let capacity = MemoryLayout.size(ofValue: address.sun_path) - 1
        var name = path
        var folder: Descriptor?
        if name.utf8.count > capacity {
            let parts = Files.split(path)
            let opened = try Descriptor.open(parts.folder, Descriptor.pathOnly | O_DIRECTORY)
            name = "/proc/self/fd/\(opened.raw)/\(parts.name)"
            folder = opened
        }
        guard name.utf8.count <= capacity else { throw SystemError(ENAMETOOLONG, "use socket", path) }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name.utf8) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
        let number = errno
        folder?.close()
        guard result == 0 else { throw SystemError(number, "use socket", path) }
    }
}
