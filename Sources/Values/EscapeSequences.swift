/// Escape sequences of terminals in texts.
public enum EscapeSequences {
    /// The text without them, for output that is no terminal.
    public static func removed(from text: String) -> String {
        guard text.utf8.contains(0x1B) else { return text }
        var result: [UInt8] = []
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            guard byte == 0x1B else {
                result.append(byte)
                continue
            }
            // OSC: a text up to BEL or ESC \; CSI: parameters up to a final byte; anything else is ESC and one byte.
            if bytes.first == UInt8(ascii: "]") {
                while let next = bytes.popFirst(), next != 0x07 {
                    guard next == 0x1B else { continue }
                    _ = bytes.popFirst()
                    break
                }
                continue
            }
            guard bytes.first == UInt8(ascii: "[") else {
                _ = bytes.popFirst()
                continue
            }
            bytes.removeFirst()
            while let next = bytes.popFirst(), !(0x40...0x7E).contains(next) {}
        }
        return String(decoding: result, as: UTF8.self)
    }
}
