import Glibc
import LinuxSystem

/// What a container's init prints, as JSON lines: `{"time":…,"stream":"stdout","text":"…"}`. Each is whole whatever was printed, so that
/// no output passes for another record; at 1 MiB the file becomes `log.1` and a new one begins.
struct ContainerLog: Sendable {
    static let limit = 1 << 20
    let path: String

    /// Makes init's ends of the two streams and starts the thread that reads them.
    func open() throws(SystemError) -> ProcessStreams {
        let (output, error) = (try Descriptor.pipe(), try Descriptor.pipe())
        let log = self
        try SystemThread.start { log.record([("stdout", output.read), ("stderr", error.read)]) }
        return ProcessStreams(output: output.write, error: error.write)
    }

    private func record(_ streams: [(name: String, descriptor: Descriptor)]) {
        var open = streams
        var file: Descriptor?
        var size = 0
        while !open.isEmpty {
            guard let ready = try? Poll.wait(for: open.map { ($0.descriptor.raw, .input) }) else { return }
            var ended: [Int] = []
            for (index, _) in ready {
                guard let bytes = try? readSome(open[index].descriptor.raw, atMost: 16_384) else {
                    ended.append(index)
                    continue
                }
                if file == nil || size > Self.limit {
                    if file != nil { rename(path, path + ".1") }
                    file = try? Descriptor.open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW)
                    size = file.flatMap { try? $0.status() }.map { Int($0.st_size) } ?? 0
                }
                let line =
                    JSON.object([
                        ("time", .number(Int64(wallSeconds() * 1000))), ("stream", .string(open[index].name)),
                        ("text", .string(String(decoding: bytes, as: UTF8.self))),
                    ]).bytes + [UInt8(ascii: "\n")]
                if let file { try? writeFully(file.raw, line) }
                size += line.count
            }
            for index in ended.sorted(by: >) { open.remove(at: index) }
        }
    }
}
