import FoundationEssentials

/// A container's identity: a guid, written in lower case.
public struct ContainerID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`, lower case.
    public let text: String

    /// A new random one.
    public init() {
        text = UUID().uuidString.lowercased()
    }

    /// Reads a whole guid: any case, with or without dashes, with or without braces.
    public init?(_ input: some StringProtocol) {
        let digits = Self.digits(of: input)
        guard let digits, digits.utf8.count == 32 else { return nil }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        self.text = text
    }

    /// The id in lower case, as `text`.
    public var description: String { text }
    /// As `Get-ComputeProcess` and a worker process's user name write it.
    public var upperCased: String { text.uppercased() }
    /// The 32 digits without dashes.
    public var digits: String { text.filter { $0 != "-" } }

    /// Whether the id's text sorts before the other's. Hosts list containers in this order.
    public static func < (a: ContainerID, b: ContainerID) -> Bool { a.text < b.text }

    /// True where the id begins with these digits; case, dashes and braces are ignored. An empty prefix matches nothing.
    public func matches(prefix: some StringProtocol) -> Bool {
        guard let wanted = Self.digits(of: prefix), !wanted.isEmpty else { return false }
        return digits.hasPrefix(wanted)
    }

    /// The text's hexadecimal digits in lower case, without dashes and braces; nil where it has another character or more than 32 digits.
    static func digits(of input: some StringProtocol) -> String? {
        guard input.utf8.count <= 40 else { return nil }
        var text = Substring(input)
        if text.hasPrefix("{"), text.hasSuffix("}") { text = text.dropFirst().dropLast() }
        var digits = ""
        for character in text.utf8 where character != UInt8(ascii: "-") {
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"):
                digits.unicodeScalars.append(Unicode.Scalar(character))
            case UInt8(ascii: "A")...UInt8(ascii: "F"):
                digits.unicodeScalars.append(Unicode.Scalar(character | 0x20))
            default:
                return nil
            }
        }
        return digits.utf8.count <= 32 ? digits : nil
    }
}

extension ContainerID: Codable {
    /// Decodes the id from its text.
    /// - Throws: `DecodingError` where it is no container id.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = ContainerID(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no container id")
        }
        self = id
    }

    /// Encodes the id as its text.
    /// - Throws: `EncodingError` if the encoder takes no string here.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
