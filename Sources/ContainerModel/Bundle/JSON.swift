/// JSON to be written, in the order it is given. The OCI documents have hundreds of entries of a dozen shapes: a type for each and a
/// Codable pass over them would be longer and ten times as slow.
package enum JSON: Sendable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    case string(String)
    case number(Int64)
    case bool(Bool)
    case array([JSON])
    case object([(String, JSON)])

    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int64) { self = .number(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }

    /// An array of texts.
    package static func strings(_ values: some Sequence<String>) -> JSON { .array(values.map { .string($0) }) }

    /// The document as UTF-8, without blanks and without a newline at its end.
    package var bytes: [UInt8] {
        var result: [UInt8] = []
        write(to: &result)
        return result
    }

    private func write(to result: inout [UInt8]) {
        switch self {
        case .string(let text): Self.write(text, to: &result)
        case .number(let number): result += Array(String(number).utf8)
        case .bool(let value): result += Array((value ? "true" : "false").utf8)
        case .array(let elements):
            result.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { result.append(UInt8(ascii: ",")) }
                element.write(to: &result)
            }
            result.append(UInt8(ascii: "]"))
        case .object(let entries):
            result.append(UInt8(ascii: "{"))
            for (index, entry) in entries.enumerated() {
                if index > 0 { result.append(UInt8(ascii: ",")) }
                Self.write(entry.0, to: &result)
                result.append(UInt8(ascii: ":"))
                entry.1.write(to: &result)
            }
            result.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to result: inout [UInt8]) {
        result.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                result.append(UInt8(ascii: "\\"))
                result.append(byte)
            case 0..<0x20:
                result += Array("\\u00".utf8)
                result += Array(StateRoot.hexadecimal(UInt64(byte), digits: 2).utf8)
            default: result.append(byte)
            }
        }
        result.append(UInt8(ascii: "\""))
    }
}
