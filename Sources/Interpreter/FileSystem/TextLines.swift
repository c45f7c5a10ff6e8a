import Glibc
import LinuxSystem
import Values

/// Reads a file line by line; memory use does not grow with the file.
package enum TextLines {
    private static let newline = UInt8(ascii: "\n")

    /// Calls `body` with each line until it returns false. A last line without a line end counts.
    /// - Parameters:
    ///   - hostPath: the file on the host.
    ///   - shown: its path as users see it, for errors.
    ///   - encoding: the encoding where the file has no byte order mark; nil: UTF-8.
    /// - Throws: `ValueError` where the file cannot be read; what `body` throws.
    package static func each(_ hostPath: String, _ shown: String, _ encoding: TextEncoding? = nil, _ body: (String) throws -> Bool)
        throws
    {
        let descriptor = open(hostPath, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileSystemView.failure(shown) }
        let file = Descriptor(descriptor)
        defer { file.close() }
        var decoder = LineDecoder(encoding)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileSystemView.failure(shown)
            }
            if count == 0 { break }
            guard try decoder.add(buffer[..<count], body) else { return }
        }
        _ = try decoder.finish(body)
    }
}

/// Splits bytes that arrive in pieces into lines.
package struct LineDecoder {
    private var encoding: TextEncoding?
    private var rest: [UInt8] = []
    private var isFirst = true

    /// Makes a decoder; a byte order mark takes precedence over the encoding.
    package init(_ encoding: TextEncoding?) { self.encoding = encoding }

    /// Adds a piece and calls `body` with each line that it completes.
    /// - Returns: false where `body` returned false.
    /// - Throws: what `body` throws.
    package mutating func add(_ piece: ArraySlice<UInt8>, _ body: (String) throws -> Bool) throws -> Bool {
        var piece = piece
        if isFirst {
            isFirst = false
            if let mark = TextEncoding.mark(piece) {
                encoding = mark.encoding
                piece = piece.dropFirst(mark.length)
            }
        }
        let encoding = encoding ?? .utf8
        switch encoding {
        case .unicode, .bigEndianUnicode, .utf32, .bigEndianUTF32: return try addWide(piece, encoding, body)
        default: break
        }
        while let end = Self.lineEnd(in: piece) {
            let line: String
            if rest.isEmpty {
                line = Self.text(piece[piece.startIndex..<end], encoding)
            } else {
                rest += piece[piece.startIndex..<end]
                line = Self.text(rest[...], encoding)
                rest.removeAll(keepingCapacity: true)
            }
            piece = piece[(end + 1)...]
            guard try Self.each(line, body) else { return false }
        }
        rest += piece
        return true
    }

    /// Encodings with units of 2 or 4 bytes: a line ends at a unit that is a line feed, not at a byte.
    private mutating func addWide(_ piece: ArraySlice<UInt8>, _ encoding: TextEncoding, _ body: (String) throws -> Bool) throws
        -> Bool
    {
        rest += piece
        let size = encoding == .unicode || encoding == .bigEndianUnicode ? 2 : 4
        let last = encoding == .bigEndianUnicode || encoding == .bigEndianUTF32
        var start = 0
        var place = 0
        while place + size <= rest.count {
            let unit = rest[place..<place + size]
            let isEnd =
                last
                ? unit.last == 10 && unit.dropLast().allSatisfy { $0 == 0 }
                : unit.first == 10 && unit.dropFirst().allSatisfy { $0 == 0 }
            place += size
            guard isEnd else { continue }
            var line = encoding.text(rest[start..<place - size])
            if line.unicodeScalars.last == "\r" { line.unicodeScalars.removeLast() }
            start = place
            guard try body(line) else { return false }
        }
        rest.removeFirst(start)
        return true
    }

    /// Calls `body` with the rest behind the last line end.
    /// - Returns: false where `body` returned false.
    /// - Throws: what `body` throws.
    package mutating func finish(_ body: (String) throws -> Bool) throws -> Bool {
        guard !rest.isEmpty else { return true }
        defer { rest = [] }
        return try Self.each(Self.text(rest[...], encoding ?? .utf8), body)
    }

    /// Splits at carriage returns, which end a line as well, as in .NET's StreamReader.
    private static func each(_ line: String, _ body: (String) throws -> Bool) throws -> Bool {
        guard line.utf8.contains(13) else { return try body(line) }
        for part in line.unicodeScalars.split(separator: "\r", omittingEmptySubsequences: false) {
            guard try body(String(part)) else { return false }
        }
        return true
    }

    /// The offset of the next line feed. memchr(3), because a loop over bytes would cost more than everything else that is done
    /// with a line.
    private static func lineEnd(in piece: ArraySlice<UInt8>) -> Int? {
        piece.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base, 10, bytes.count) else { return nil }
            return piece.startIndex + (UnsafeRawPointer(found) - base)
        }
    }

    private static func text(_ line: ArraySlice<UInt8>, _ encoding: TextEncoding) -> String {
        encoding.text(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
}
