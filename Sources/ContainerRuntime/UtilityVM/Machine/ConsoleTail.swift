import SourceText

/// The last of what a machine said on its serial line: a guest may write there for ever.
struct ConsoleTail: Sendable {
    private static let capacity = 8 << 10
    private var bytes: [UInt8] = []

    mutating func append(_ new: [UInt8]) {
        bytes += new.suffix(Self.capacity)
        if bytes.count > Self.capacity { bytes.removeFirst(bytes.count - Self.capacity) }
    }

    /// Its last lines, without anything that a terminal would take for a command; nil where nothing was said.
    var text: String? {
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).suffix(8)
        let plain = lines.map { TerminalText.sanitized(String($0), keeping: [], replacing: .nothing) }
        return plain.isEmpty ? nil : plain.joined(separator: "\n")
    }
}
