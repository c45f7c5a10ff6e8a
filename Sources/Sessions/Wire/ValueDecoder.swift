import AgentProtocol
import CmdletKit
import SourceText
import Values

/// Decodes values from bytes of the other side, which may be hostile: every length is checked against the remaining bytes before memory is
/// allocated for it, depth is bounded, and the decoded values contain no code.
package struct ValueDecoder {
    private let bytes: [UInt8]
    private var position: Int

    /// The value that takes up all bytes from an offset on.
    /// - Throws: `WireError` if the bytes are no value, are cut off, go on behind the value, or nest deeper than `WireLimits.depth`.
    package static func decode(_ bytes: [UInt8], from offset: Int = 0) throws(WireError) -> Value {
        var decoder = ValueDecoder(bytes: bytes, position: offset)
        let value = try decoder.value(depth: 0)
        guard decoder.position == bytes.count else { throw WireError("bytes behind a value") }
        return value
    }

    private mutating func value(depth: Int) throws(WireError) -> Value {
        guard depth <= WireLimits.depth else { throw WireError("a value that is nested too deep") }
        guard let tag = WireTag(rawValue: try byte()) else { throw WireError("a value of an unknown kind") }
        switch tag {
        case .null: return .null
        case .falseValue: return .bool(false)
        case .trueValue: return .bool(true)
        case .int: return .int(try number())
        case .long: return .long(try number())
        case .double: return .double(Double(bitPattern: try number()))
        case .char: return .char(try number())
        case .string: return .string(try string())
        case .array: return .array(try elements(depth))
        case .list: return .object(ListObject(try elements(depth)))
        case .hashtable: return try hashtable(depth)
        case .enumeration: return try enumeration()
        case .dateTime:
            let ticks: Int64 = try number()
            let kind = try byte()
            return DateTime(ticks: ticks, kind: kind == 1 ? .utc : kind == 2 ? .local : .unspecified).boxed
        case .timeSpan: return TimeSpan(ticks: try number()).boxed
        case .guid: return try converted(try string(), to: GuidType.type)
        case .version:
            let text = try string()
            guard let version = Version(text) else { throw WireError("a version that is none") }
            return version.boxed
        case .object: return try object(depth)
        case .errorRecord: return .object(try error(depth))
        case .attached: return try attached(depth)
        case .number:
            let name = try string()
            guard let type = TypeTable.builtin.find(name), type.interfaces.contains("System.IConvertible") else {
                throw WireError("a number of an unknown type")
            }
            let text = try string()
            // Parsing a number takes time quadratic in its digits.
            guard text.utf8.count <= WireLimits.digits else { throw WireError("a number of too many digits") }
            return try converted(text, to: type)
        }
    }

    private mutating func object(_ depth: Int) throws(WireError) -> Value {
        let types = try names()
        let form = try byte() == 0 ? nil : try string()
        let properties = try properties(depth)
        // A custom object that has only note properties stays a custom object.
        if types.first == ObjectType.customObject.name || types.isEmpty {
            return .object(CustomObject(properties))
        }
        return .object(DeserializedObject(typeNames: types, form: form, properties: properties))
    }

    private mutating func attached(_ depth: Int) throws(WireError) -> Value {
        let types = try names()
        let properties = try properties(depth)
        let value = try value(depth: depth + 1)
        guard let reference = value.reference else { return value }
        let members = reference.attached ?? AttachedMembers()
        for (name, content) in properties { members[name] = .note(content) }
        if !types.isEmpty { members.typeNames = types }
        reference.attached = members
        return value
    }

    private mutating func hashtable(_ depth: Int) throws(WireError) -> Value {
        let table = HashtableObject(ordered: try byte() == 1)
        for _ in 0..<(try count(each: 2)) {
            let key = try value(depth: depth + 1)
            table[key] = try value(depth: depth + 1)
        }
        return .object(table)
    }

    private mutating func enumeration() throws(WireError) -> Value {
        let name = try string()
        var cases: [(name: String, rawValue: Int64)] = []
        for _ in 0..<(try count(each: 12)) { cases.append((try string(), try number())) }
        let isFlags = try byte() == 1
        return .object(EnumObject(.enumeration(name, Enumeration(cases, isFlags: isFlags)), rawValue: try number()))
    }

    private mutating func error(_ depth: Int) throws(WireError) -> ErrorRecord {
        var texts: [String] = []
        for _ in 0..<8 { texts.append(try string()) }
        let target = try value(depth: depth + 1)
        let record = ErrorRecord(texts[0], id: texts[2], category: texts[3], exception: texts[1], target: target)
        record.commandName = texts[4]
        record.commandType = texts[5]
        record.recommendedAction = texts[6].isEmpty ? nil : texts[6]
        record.stackTrace = texts[7]
        guard try byte() == 1 else { return record }
        let path = try string()
        let source = try string()
        let start: UInt32 = try number()
        let end: UInt32 = try number()
        let span = SourceSpan(start: Int(start), end: Int(end))
        record.position = ErrorPosition(file: SourceFile(path: path.isEmpty ? nil : path, text: source), span: span)
        return record
    }

    private mutating func elements(_ depth: Int) throws(WireError) -> [Value] {
        var values: [Value] = []
        for _ in 0..<(try count(each: 1)) { values.append(try value(depth: depth + 1)) }
        return values
    }

    private mutating func properties(_ depth: Int) throws(WireError) -> [(String, Value)] {
        var pairs: [(String, Value)] = []
        for _ in 0..<(try count(each: 5)) { pairs.append((try string(), try value(depth: depth + 1))) }
        return pairs
    }

    private mutating func names() throws(WireError) -> [String] {
        var list: [String] = []
        for _ in 0..<(try count(each: 4)) { list.append(try string()) }
        return list
    }

    private func converted(_ text: String, to type: ObjectType) throws(WireError) -> Value {
        do {
            return try Conversion.convert(.string(text), to: type)
        } catch {
            throw WireError("a \(type.name) that is none")
        }
    }

    // MARK: Bytes

    private mutating func byte() throws(WireError) -> UInt8 { try number() }

    private mutating func number<Number: FixedWidthInteger>() throws(WireError) -> Number {
        guard let number = bytes.littleEndian(Number.self, at: position) else { throw WireError("a value that is cut off") }
        position += MemoryLayout<Number>.size
        return number
    }

    /// Reads a count of elements that take at least `each` bytes. A count that the remaining bytes cannot hold is an error.
    private mutating func count(each: Int) throws(WireError) -> Int {
        let number = Int(try number() as UInt32)
        guard number <= (bytes.count - position) / each else { throw WireError("a count beyond the bytes that are there") }
        return number
    }

    private mutating func string() throws(WireError) -> String {
        let length = try count(each: 1)
        defer { position += length }
        return String(decoding: bytes[position..<position + length], as: UTF8.self)
    }
}
