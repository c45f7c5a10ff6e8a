import ContainerModel
import Glibc
import LinuxSystem
import Synchronization

/// The output of a container's init and main process, as JSON lines: `{"time":…,"stream":"stdout","text":"…"}`. Output is escaped, so that
/// a process cannot forge a record. At 1 MiB the file is renamed to `log.1` and a new one begun.
package struct ContainerLog: Sendable {
    /// Bytes after which a new file is begun.
    package static let limit = 1 << 20
    /// The file that is written now; the one before it has `.1` at its end.
    package let path: String

    /// The log at a path, which need not exist.
    package init(path: String) { self.path = path }

    private struct Line: Codable {
        var time: Int64
        var stream: ContainerOutput.Stream
        var text: String
    }

    /// Opens it to be written.
    package func writer() -> Writer { Writer(path) }

    /// All records that are kept, the oldest first. A record that a crash cut short is left out.
    package func entries() -> [ContainerOutput] {
        [path + ".1", path].flatMap { file -> [ContainerOutput] in
            // A record may be longer than its text by escapes, and one more is written before the file is changed.
            guard let bytes = try? Files.read(file, limit: 8 * Self.limit) else { return [] }
            return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
                guard let line = try? Document.decode(Line.self, Array(line)) else { return nil }
                return ContainerOutput(time: Double(line.time) / 1000, stream: line.stream, text: line.text)
            }
        }
    }

    /// Appends to the log; from any thread.
    package final class Writer: Sendable {
        private struct State {
            var file: Descriptor?
            var size = 0
            /// The bytes of a character whose end has not come yet.
            var incomplete: [ContainerOutput.Stream: [UInt8]] = [:]
        }
        private let path: String
        private let state = Mutex(State())

        fileprivate init(_ path: String) { self.path = path }

        func write(_ stream: ContainerOutput.Stream, _ bytes: [UInt8]) {
            state.withLock { state in
                let all = (state.incomplete[stream] ?? []) + bytes
                let whole = all.count - Self.incompleteTail(all)
                state.incomplete[stream] = Array(all[whole...])
                append(stream, all[..<whole], &state)
            }
        }

        /// The stream has ended: what was held back is written as it is.
        func finish(_ stream: ContainerOutput.Stream) {
            state.withLock { state in append(stream, (state.incomplete.removeValue(forKey: stream) ?? [])[...], &state) }
        }

        private func append(_ stream: ContainerOutput.Stream, _ bytes: ArraySlice<UInt8>, _ state: inout State) {
            guard !bytes.isEmpty else { return }
            if state.file == nil || state.size > ContainerLog.limit {
                if state.file != nil { rename(path, path + ".1") }
                state.file = try? Descriptor.open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW)
                state.size = state.file.flatMap { try? $0.status() }.map { Int($0.st_size) } ?? 0
            }
            let line =
                JSON.object([
                    ("time", .number(Int64(wallSeconds() * 1000))), ("stream", .string(stream.rawValue)),
                    ("text", .string(String(decoding: bytes, as: UTF8.self))),
                ]).bytes + [UInt8(ascii: "\n")]
            if let file = state.file { try? writeFully(file.raw, line) }
            state.size += line.count
        }

        /// How many bytes at the end begin a UTF-8 character and do not end it.
        private static func incompleteTail(_ bytes: [UInt8]) -> Int {
            for back in 1...3 where back <= bytes.count {
                let byte = bytes[bytes.count - back]
                if byte & 0xc0 == 0x80 { continue }
                let length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
                return length > back ? back : 0
            }
            return 0
        }
    }
}
