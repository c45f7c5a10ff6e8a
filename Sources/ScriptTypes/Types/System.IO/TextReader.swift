import Glibc
import Interpreter
import Values

/// System.IO.TextReader: StringReader and StreamReader.
package final class TextReaderObject: Object {
    /// Text that was read from the source and not yet given to the script.
    private var rest: Substring
    let source: StreamObject?
    private let encoding: EncodingObject?
    /// Bytes behind `rest`: the beginning of a line whose end has not come.
    private var partial: [UInt8] = []
    private var hasMore: Bool

    init(_ text: String) {
        rest = text[...]
        source = nil
        encoding = nil
        hasMore = false
        super.init()
    }

    /// Reads a stream on demand: reading ahead would block on a pipe whose writer waits for the script's answer to a line.
    package init(_ source: StreamObject, _ encoding: EncodingObject? = nil) {
        rest = ""
        self.source = source
        self.encoding = encoding
        hasMore = true
        super.init()
    }

    package override var type: ObjectType { source == nil ? Self.stringReader : Self.streamReader }

    static func reader(_ value: Value) throws -> TextReaderObject {
        guard let reader = value.asObject(TextReaderObject.self) else {
            throw ValueError("This is no text reader.", id: "InvalidOperation")
        }
        return reader
    }

    /// Whether a line feed is a byte of its own, so that a stream can be cut there.
    private var isCutByLines: Bool { encoding.map { ["utf-8", "us-ascii"].contains($0.encoding.webName) } ?? true }

    /// Reads from the stream until `rest` has one more whole line, or to the end.
    private func fill() throws {
        guard hasMore, let source else { return }
        while true {
            let part = try Engine.waiting { try source.read(1 << 16) }
            partial += part
            if part.isEmpty {
                hasMore = false
                return take(partial.count)
            }
            if isCutByLines, let end = part.lastIndex(of: 0x0A) { return take(partial.count - part.count + end + 1) }
        }
    }

    private func take(_ count: Int) {
        var bytes = Array(partial.prefix(count))
        partial.removeFirst(count)
        if !hasBegun {
            hasBegun = true
            let preamble = encoding?.preamble ?? [0xEF, 0xBB, 0xBF]
            if !preamble.isEmpty, bytes.starts(with: preamble) { bytes.removeFirst(preamble.count) }
        }
        rest = Substring(rest + (encoding?.text(bytes) ?? String(decoding: bytes, as: UTF8.self)))
    }
    private var hasBegun = false

    func isAtEnd() throws -> Bool {
        while rest.isEmpty, hasMore { try fill() }
        return rest.isEmpty
    }

    private func line() throws -> Value {
        guard try !isAtEnd() else { return .null }
        var end = rest.firstIndex(where: \.isNewline)
        while end == nil, hasMore {
            try fill()
            end = rest.firstIndex(where: \.isNewline)
        }
        let line = rest[..<(end ?? rest.endIndex)]
        rest = end.map { rest[rest.index(after: $0)...] } ?? ""
        return .string(String(line))
    }

    private func all() throws -> Value {
        if hasMore, let source {
            partial += try Engine.waiting { try source.readToEnd() }
            hasMore = false
            take(partial.count)
        }
        defer { rest = "" }
        return .string(String(rest))
    }

    static let base = ObjectType(
        "System.IO.TextReader", base: .object, interfaces: ["System.IDisposable"],
        members: [
            .method("ReadLine", returns: "string") { value, _ in try reader(value).line() },
            .method("ReadToEnd", returns: "string") { value, _ in try reader(value).all() },
            .method("Read", returns: "int") { value, _ in
                let own = try reader(value)
                guard try !own.isAtEnd(), let unit = own.rest.utf16.first else { return .int(-1) }
                own.rest = Substring(own.rest.utf16.dropFirst())
                return .int(Int32(unit))
            },
            .method("Peek", returns: "int") { value, _ in
                let own = try reader(value)
                return .int(try own.isAtEnd() ? -1 : own.rest.utf16.first.map { Int32($0) } ?? -1)
            },
        ]
            + ["Close", "Dispose"].map { name in
                .method(name, returns: "void") { value, _ in
                    try reader(value).source?.close()
                    return .nothing
                }
            })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.TextReader") { TextReaderObject.base }
}
