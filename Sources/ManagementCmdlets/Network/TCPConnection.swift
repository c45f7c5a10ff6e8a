import Glibc
import LinuxSystem
import Values

/// Opens a TCP connection to see whether it is accepted, and closes it at once.
enum TCPConnection {
    /// - Parameters:
    ///   - address: an IPv4 or IPv6 address in text form.
    ///   - timeout: seconds to wait.
    /// - Returns: the name of the result in System.Net.Sockets.SocketError.
    /// - Throws: `SystemError` if the socket cannot be made non-blocking or waited for.
    static func probe(_ address: String, port: UInt16, timeout: Double) throws -> String {
        guard let target = IPAddressValue(address) else { return "HostNotFound" }
        let isV4 = target.bytes.count == 4
        let raw = socket(isV4 ? AF_INET : AF_INET6, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard raw >= 0 else { return name(errno) }
        let descriptor = Descriptor(raw)
        defer { descriptor.close() }
        try descriptor.setNonBlocking(true)
        let begun = isV4 ? connect4(raw, target.bytes, port) : connect6(raw, target.bytes, port)
        if begun == 0 { return "Success" }
        guard errno == EINPROGRESS else { return name(errno) }
        guard try !Poll.wait(for: [(raw, .output)], timeout: timeout).isEmpty else { return "TimedOut" }
        var reason: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(raw, SOL_SOCKET, SO_ERROR, &reason, &size)
        return reason == 0 ? "Success" : name(reason)
    }

    private static func connect4(_ raw: Int32, _ bytes: [UInt8], _ port: UInt16) -> Int32 {
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        withUnsafeMutableBytes(of: &place.sin_addr) { $0.copyBytes(from: bytes) }
        return connect(raw, to: place)
    }

    private static func connect6(_ raw: Int32, _ bytes: [UInt8], _ port: UInt16) -> Int32 {
        var place = sockaddr_in6()
        place.sin6_family = sa_family_t(AF_INET6)
        place.sin6_port = port.bigEndian
        withUnsafeMutableBytes(of: &place.sin6_addr) { $0.copyBytes(from: bytes) }
        return connect(raw, to: place)
    }

    private static func connect<Place>(_ raw: Int32, to place: Place) -> Int32 {
        withUnsafePointer(to: place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(raw, $0, socklen_t(MemoryLayout<Place>.size)) }
        }
    }

    private static func name(_ reason: Int32) -> String {
        switch reason {
        case ECONNREFUSED: "ConnectionRefused"
        case EHOSTUNREACH: "HostUnreachable"
        case ENETUNREACH: "NetworkUnreachable"
        case ETIMEDOUT: "TimedOut"
        case EACCES, EPERM: "AccessDenied"
        default: "SocketError"
        }
    }
}
