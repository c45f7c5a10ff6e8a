import Values

/// System.IO.FileAttributes, of which Linux has these.
package struct FileAttributes: OptionSet, Sendable {
    package let rawValue: Int64
    static let readOnly = FileAttributes(rawValue: 1)
    static let hidden = FileAttributes(rawValue: 2)
    static let directory = FileAttributes(rawValue: 16)
    static let archive = FileAttributes(rawValue: 32)
    static let normal = FileAttributes(rawValue: 128)
    static let reparsePoint = FileAttributes(rawValue: 1024)

    static let objectType = ObjectType.enumeration(
        "System.IO.FileAttributes",
        Enumeration(
            [
                ("None", 0), ("ReadOnly", 1), ("Hidden", 2), ("System", 4), ("Directory", 16), ("Archive", 32), ("Device", 64),
                ("Normal", 128),
                ("Temporary", 256), ("SparseFile", 512), ("ReparsePoint", 1024), ("Compressed", 2048), ("Offline", 4096),
                ("NotContentIndexed", 8192), ("Encrypted", 16384), ("IntegrityStream", 32768), ("NoScrubData", 131_072),
            ], isFlags: true))

    package var boxed: Value { .object(EnumObject(Self.objectType, rawValue: rawValue)) }

    package init(rawValue: Int64) { self.rawValue = rawValue }

    init(_ value: Value) throws {
        let converted = try Conversion.convert(value, to: Self.objectType)
        self.init(rawValue: converted.asObject(EnumObject.self)?.rawValue ?? 0)
    }
}

/// What Get-ChildItem -Attributes takes: names with `,` for or, `+` for and, `!` for not.
package struct FileAttributeFilter {
    private struct Term {
        let attribute: FileAttributes
        let isWanted: Bool
    }
    private let alternatives: [[Term]]
    /// Hidden items are asked for, or ruled out, by name.
    package let mentionsHidden: Bool

    package init(_ text: String) throws {
        var alternatives: [[Term]] = []
        for alternative in text.split(separator: ",") {
            alternatives.append(
                try alternative.split(separator: "+").map { part in
                    var name = String(part).trimmingSpaces()
                    let isWanted = !name.hasPrefix("!")
                    if !isWanted { name = String(name.dropFirst()).trimmingSpaces() }
                    switch name.lowercased() {
                    case "d": name = "Directory"
                    case "h": name = "Hidden"
                    case "r": name = "ReadOnly"
                    case "s": name = "System"
                    case "l": name = "ReparsePoint"
                    case "a": name = "Archive"
                    default: break
                    }
                    return Term(attribute: try FileAttributes(.string(name)), isWanted: isWanted)
                })
        }
        self.alternatives = alternatives
        mentionsHidden = alternatives.joined().contains { $0.attribute.contains(.hidden) }
    }

    package func accepts(_ attributes: FileAttributes) -> Bool {
        alternatives.isEmpty
            || alternatives.contains { $0.allSatisfy { attributes.contains($0.attribute) == $0.isWanted } }
    }
}
