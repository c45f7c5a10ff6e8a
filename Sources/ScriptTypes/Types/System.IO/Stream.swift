import Glibc
import LinuxSystem
import Values

/// System.IO.Stream: bytes in memory or of an open file.
package final class StreamObject: Object {
    enum Place {
        case memory([UInt8], position: Int)
        case file(Int32, path: String)
        case closed
    }
    var place: Place

    /// A stream in memory, at its beginning.
    init(bytes: [UInt8]) {
        place = .memory(bytes, position: 0)
        super.init()
    }

    /// An open file; the stream closes the descriptor.
    package init(file descriptor: Int32, path: String) {
        place = .file(descriptor, path: path)
        super.init()
    }

    deinit { if case .file(let descriptor, _) = place { _ = Glibc.close(descriptor) } }

    package override var type: ObjectType { if case .file = place { Self.fileStream } else { Self.memoryStream } }

    static let closed = ValueError(
        "Cannot access a closed Stream.", id: "ObjectDisposedException", exception: "System.ObjectDisposedException",
        category: "NotSpecified")

    static func failed(_ path: String) -> ValueError {
        ValueError(
            "The file '\(path)' cannot be read or written: \(String(cString: strerror(errno))).", id: "IOException",
            exception: "System.IO.IOException", category: "NotSpecified")
    }

    func write(_ added: [UInt8]) throws {
        switch place {
        case .memory(var bytes, let position):
            place = .closed
            if position > bytes.count { bytes += [UInt8](repeating: 0, count: position - bytes.count) }
            let end = min(position + added.count, bytes.count)
            bytes.replaceSubrange(position..<end, with: added)
            place = .memory(bytes, position: position + added.count)
        case .file(let descriptor, _): try writeFully(descriptor, added)
        case .closed: throw Self.closed
        }
    }

    /// Reads bytes from the current position.
    /// - Parameter count: the most bytes to read.
    /// - Returns: an empty array at the end of the stream.
    func read(_ count: Int) throws -> [UInt8] {
        guard count > 0 else { return [] }
        switch place {
        case .memory(let bytes, let position):
            let taken = Array(bytes.dropFirst(position).prefix(count))
            place = .memory(bytes, position: position + taken.count)
            return taken
        case .file(let descriptor, let path):
            var buffer = [UInt8](repeating: 0, count: min(count, 1 << 20))
            let got = Glibc.read(descriptor, &buffer, buffer.count)
            guard got >= 0 else { throw Self.failed(path) }
            return Array(buffer.prefix(got))
        case .closed: throw Self.closed
        }
    }

    /// Reads from the current position to the end.
    func readToEnd() throws -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let part = try read(1 << 16)
            guard !part.isEmpty else { return all }
            all += part
        }
    }

    func close() {
        if case .file(let descriptor, _) = place { _ = Glibc.close(descriptor) }
        if case .file = place { place = .closed }
    }

    private var length: Int {
        switch place {
        case .memory(let bytes, _): return bytes.count
        case .file(let descriptor, _):
            var info = stat()
            return fstat(descriptor, &info) == 0 ? Int(info.st_size) : 0
        case .closed: return 0
        }
    }

    private var position: Int {
        switch place {
        case .memory(_, let position): position
        case .file(let descriptor, _): lseek(descriptor, 0, SEEK_CUR)
        case .closed: 0
        }
    }

    private func seek(_ offset: Int) throws {
        guard offset >= 0 else {
            throw ValueError(
                "A stream's position cannot be negative.", id: "ArgumentOutOfRangeException",
                exception: "System.ArgumentOutOfRangeException", category: "InvalidArgument")
        }
        switch place {
        case .memory(let bytes, _): place = .memory(bytes, position: min(offset, 1 << 30))
        case .file(let descriptor, _): lseek(descriptor, offset, SEEK_SET)
        case .closed: throw Self.closed
        }
    }

    static func stream(_ value: Value) throws -> StreamObject {
        guard let stream = value.asObject(StreamObject.self) else { throw ValueError("This is no stream.", id: "InvalidOperation") }
        return stream
    }

    static func bytes(_ value: Value) throws -> [UInt8] {
        try value.enumeratedOrSelf.map { UInt8(truncatingIfNeeded: try Conversion.integer($0)) }
    }

    static let base = ObjectType(
        "System.IO.Stream", base: .object, interfaces: ["System.IDisposable"],
        members: [
            .property("CanRead", "bool") { _ in .bool(true) }, .property("CanSeek", "bool") { _ in .bool(true) },
            .property("CanWrite", "bool") { _ in .bool(true) }, .property("Length", "long") { .long(Int64(try stream($0).length)) },
            .property(
                "Position", "long", set: { try stream($0).seek(Int(clamping: try Conversion.integer($1))) }
            ) { .long(Int64(try stream($0).position)) },
            .method("Write", "object buffer", "int offset?", "int count?", returns: "void") { value, arguments in
                let bytes = try bytes(arguments[0])
                let (offset, count) = (max(0, arguments.int(1)), arguments.count > 2 ? max(0, arguments.int(2)) : bytes.count)
                try stream(value).write(Array(bytes.dropFirst(offset).prefix(count)))
                return .nothing
            },
            .method("WriteByte", "byte value", returns: "void") { value, arguments in
                try stream(value).write(bytes(arguments[0]))
                return .nothing
            },
            .method("Read", "object buffer", "int offset", "int count", returns: "int") { value, arguments in
                guard case .array(let buffer) = arguments[0] else { return .int(0) }
                let offset = max(0, arguments.int(1))
                let taken = try stream(value).read(min(arguments.int(2), max(0, buffer.elements.count - offset)))
                for (place, byte) in taken.enumerated() { buffer.elements[offset + place] = .fixed(.uint8(byte)) }
                return .int(Int32(clamping: taken.count))
            },
            .method("ReadByte", returns: "int") { value, _ in .int(try stream(value).read(1).first.map { Int32($0) } ?? -1) },
            .method("Seek", "long offset", "object origin", returns: "long") { value, arguments in
                let own = try stream(value)
                let origins = ["begin": 0, "0": 0, "current": own.position, "1": own.position, "end": own.length, "2": own.length]
                try own.seek(arguments.int(0) + (origins[arguments.string(1).lowercased()] ?? 0))
                return .long(Int64(own.position))
            },
            .method("SetLength", "long value", returns: "void") { value, arguments in
                let (own, length) = (try stream(value), min(max(0, arguments.int(0)), 1 << 30))
                switch own.place {
                case .memory(let bytes, let position):
                    let padded = Array(bytes.prefix(length)) + [UInt8](repeating: 0, count: max(0, length - bytes.count))
                    own.place = .memory(padded, position: min(position, length))
                case .file(let descriptor, let path):
                    guard ftruncate(descriptor, length) == 0 else { throw failed(path) }
                case .closed: throw closed
                }
                return .nothing
            },
            .method("CopyTo", "System.IO.Stream destination", returns: "void") { value, arguments in
                try stream(arguments[0]).write(try stream(value).readToEnd())
                return .nothing
            },
            .method("Flush", returns: "void") { _, _ in .nothing },
        ]
            + ["Close", "Dispose"].map { name in
                .method(name, returns: "void") { value, _ in
                    try stream(value).close()
                    return .nothing
                }
            })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.Stream") { StreamObject.base }
}
