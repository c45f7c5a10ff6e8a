import Values

/// System.IO.FileAttributes: the constants are those that files on Linux can have.
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

    /// The attributes as scripts see them.
    package var boxed: Value { .object(EnumObject(Self.objectType, rawValue: rawValue)) }

    package init(rawValue: Int64) { self.rawValue = rawValue }

    init(_ value: Value) throws {
        let converted = try Conversion.convert(value, to: Self.objectType)
        self.init(rawValue: converted.asObject(EnumObject.self)?.rawValue ?? 0)
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.FileAttributes") { FileAttributes.objectType }
}
