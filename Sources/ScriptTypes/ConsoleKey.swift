import Glibc
import Interpreter
import LinuxSystem
import Values

/// One key from the terminal ([Console]::ReadKey).
enum ConsoleKey {
    static var isWaiting: Bool {
        var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return isatty(0) == 1 && poll(&entry, 1, 0) == 1
    }

    /// Waits for a key. The terminal gives back its mode afterwards, also where Ctrl-C ends the wait.
    /// - Throws: where input is no terminal.
    static func read(shows: Bool, _ engine: Engine?) throws -> Value {
        var kept = termios()
        guard isatty(0) == 1, tcgetattr(0, &kept) == 0 else {
            throw ValueError(
                "Cannot read keys when either application does not have a console or when console input has been redirected. Try Console.Read.",
                id: "InvalidOperationException", exception: "System.InvalidOperationException", category: "InvalidOperation")
        }
        engine?.host.flush()
        var raw = kept
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(0, TCSANOW, &raw)
        defer { tcsetattr(0, TCSANOW, &kept) }
        let byte = try next(engine, waits: true) ?? 0
        var bytes = [byte]
        // The rest of a character in UTF-8, or of a key that sends a sequence.
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        while bytes.count < length, let more = try next(engine, waits: true) { bytes.append(more) }
        if byte == 0x1B { while bytes.count < 8, isWaiting, let more = try next(engine, waits: false) { bytes.append(more) } }
        let text = String(decoding: bytes, as: UTF8.self)
        if shows, byte >= 0x20 { engine?.host.writeText(text, newline: false, foreground: nil, background: nil) }
        return info(text, bytes)
    }

    private static func next(_ engine: Engine?, waits: Bool) throws -> UInt8? {
        var byte: UInt8 = 0
        while true {
            var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
            let ready = poll(&entry, 1, waits ? 100 : 0)
            try engine?.checkStop()
            if ready == 1 {
                let count = Glibc.read(0, &byte, 1)
                if count == 1 { return byte }
                if count == 0 || errno != EINTR { return nil }
            } else if !waits {
                return nil
            }
        }
    }

    private static let sequences: [String: String] = [
        "\u{1B}[A": "UpArrow", "\u{1B}[B": "DownArrow", "\u{1B}[C": "RightArrow", "\u{1B}[D": "LeftArrow", "\u{1B}[H": "Home",
        "\u{1B}[F": "End", "\u{1B}[3~": "Delete", "\u{1B}[5~": "PageUp", "\u{1B}[6~": "PageDown", "\u{1B}OP": "F1",
        "\u{1B}OQ": "F2",
        "\u{1B}OR": "F3", "\u{1B}OS": "F4", "\u{1B}": "Escape", "\n": "Enter", "\r": "Enter", "\t": "Tab", "\u{7F}": "Backspace",
        " ": "Spacebar",
    ]

    private static func info(_ text: String, _ bytes: [UInt8]) -> Value {
        let first = text.unicodeScalars.first
        let name: String
        if let known = sequences[text] {
            name = known
        } else if let first, first.isASCII, first.properties.isAlphabetic {
            name = text.uppercased()
        } else if let first, ("0"..."9").contains(first) {
            name = "D" + text
        } else {
            name = "NoName"
        }
        let isSequence = bytes.count > 1 && bytes[0] == 0x1B
        let unit: UInt16 = isSequence ? 0 : text.utf16.first.map { $0 == 10 ? 13 : $0 == 127 ? 8 : $0 } ?? 0
        let isControl = bytes.count == 1 && bytes[0] < 0x20 && sequences[text] == nil
        return .object(
            CustomObject(
                [
                    ("KeyChar", .char(unit)), ("Key", .string(isControl ? String(Unicode.Scalar(bytes[0] + 64)) : name)),
                    ("Modifiers", .string(isControl ? "Control" : first?.properties.isUppercase == true ? "Shift" : "None")),
                ], type: infoType))
    }
}
