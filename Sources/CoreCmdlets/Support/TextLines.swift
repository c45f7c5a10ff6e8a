import Engine
import Glibc
import LinuxSystem

/// Lines of a file as they are read: memory does not grow with the file.
enum TextLines {
    /// Calls `body` for each line until it returns false. A last line without its end counts.
    static func each(_ hostPath: String, _ shown: String, _ body: (String) throws -> Bool) throws {
        let descriptor = open(hostPath, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileSystemView.failure(shown) }
        let file = Descriptor(descriptor)
        defer { file.close() }
        var rest: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var isFirst = true
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileSystemView.failure(shown)
            }
            if count == 0 { break }
            var start = 0
            if isFirst {
                isFirst = false
                if buffer[..<count].starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
            }
            while start < count, let end = buffer[start..<count].firstIndex(of: UInt8(ascii: "\n")) {
                let line = rest.isEmpty ? buffer[start..<end] : (rest + buffer[start..<end])[...]
                rest = []
                start = end + 1
                guard try body(text(line)) else { return }
            }
            rest += buffer[start..<count]
        }
        if !rest.isEmpty { _ = try body(text(rest[...])) }
    }

    private static func text(_ line: ArraySlice<UInt8>) -> String {
        String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
}
