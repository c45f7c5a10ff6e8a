import Values

/// System.IO.FileAttributes. The names match .NET's; `FileItem.attributes` says which of them Linux can have.
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

    /// The attributes as a value of the enumeration.
    package var boxed: Value { .object(EnumObject(Self.objectType, rawValue: rawValue)) }

    package init(rawValue: Int64) { self.rawValue = rawValue }

    /// Converts a name, a number or an enumeration value as PowerShell does.
    /// - Throws: `ValueError` if the value is no attribute.
    init(_ value: Value) throws {
        let converted = try Conversion.convert(value, to: Self.objectType)
        self.init(rawValue: converted.asObject(EnumObject.self)?.rawValue ?? 0)
    }
}

/// The filter of Get-ChildItem -Attributes (a FlagsExpression): `,` is or, `+` is and, `!` is not. The one-letter names are
/// those of the cmdlet's documentation: D, H, R, S, L (link) and A.
package struct FileAttributeFilter {
    /// An attribute that has to be there, or with `!` must not be.
    private struct Term {
        let attribute: FileAttributes
        let isWanted: Bool
    }
    private let alternatives: [[Term]]
    /// Whether the filter names Hidden, with or without `!`. If it does not, Get-ChildItem leaves hidden items out as usual.
    package let mentionsHidden: Bool

    /// Parses a filter.
    /// - Throws: `ValueError` if a term is no attribute.
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

    /// Whether an item with these attributes is to be listed. An empty filter accepts each.
    package func accepts(_ attributes: FileAttributes) -> Bool {
        alternatives.isEmpty
            || alternatives.contains { $0.allSatisfy { attributes.contains($0.attribute) == $0.isWanted } }
    }
}
