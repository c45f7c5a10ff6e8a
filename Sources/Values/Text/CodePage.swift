/// A code page with one byte a character.
public struct CodePage: Sendable, Hashable {
    /// The Windows number (1252).
    public let number: Int
    /// The IANA name in lower case, as .NET's WebName gives it (`windows-1252`).
    public let name: String
    /// The characters of the bytes 128 to 255; U+FFFD for a byte that has none.
    private let upper: [UnicodeScalar]
    private let bytes: [UnicodeScalar: UInt8]

    private init(number: Int, name: String, upper: String) {
        self.number = number
        self.name = name
        self.upper = Array(upper.unicodeScalars)
        bytes = Dictionary(
            zip(self.upper, 128...255).map { ($0, UInt8($1)) }.filter { $0.0 != "\u{FFFD}" },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether both have the same number.
    public static func == (left: CodePage, right: CodePage) -> Bool { left.number == right.number }
    public func hash(into hasher: inout Hasher) { hasher.combine(number) }

    /// The code pages by lower-case name, alias and number. Made at the first look-up, since most sessions never need one.
    private static let byName: [String: CodePage] = {
        var table: [String: CodePage] = [:]
        for entry in CodePageTables.all {
            let page = CodePage(number: entry.number, name: entry.name, upper: entry.upper)
            for name in [String(entry.number), entry.name] + entry.aliases { table[name] = page }
        }
        return table
    }()

    /// - Parameter name: a name or the number, in lower case.
    static func named(_ name: String) -> CodePage? { byName[name] }

    func encode(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : bytes[$0] ?? UInt8(ascii: "?") }
    }

    func decode(_ bytes: some Collection<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append(
                byte < 128 ? UnicodeScalar(byte) : upper.indices.contains(Int(byte) - 128) ? upper[Int(byte) - 128] : "\u{FFFD}")
        }
        return String(text)
    }
}
