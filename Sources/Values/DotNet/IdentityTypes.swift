import FoundationEssentials

/// System.Guid.
public enum GuidType {
    public static let type = ObjectType(
        "System.Guid", base: .valueType, isValueType: true,
        // What PowerShell adds to .NET's type.
        members: [.property("Guid", "string") { .string($0.displayText) }],
        statics: [
            .function("NewGuid", returns: "guid") { _ in box(UUID()) },
            .function("Parse", "string input", returns: "guid") { try convert($0[0]) },
            .constant("Empty", "guid") { empty },
        ],
        construct: { $0.count == 0 ? empty : try convert($0[0]) },
        convert: { try convert($0) })

    private static var empty: Value { box(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))) }

    /// A new random id as text.
    public static var randomText: String { UUID().uuidString.lowercased() }

    /// A new random id.
    public static var random: Value { box(UUID()) }

    /// Prints in lower case, as .NET does.
    public static func box(_ id: UUID) -> Value { .object(NativeObject(id, type: type, text: { $0.uuidString.lowercased() })) }

    private static func convert(_ value: Value) throws -> Value {
        let text = value.displayText.trimmingSpaces().filter { $0 != "{" && $0 != "}" }
        if let id = UUID(uuidString: text) { return box(id) }
        if text.count == 32, text.allSatisfy(\.isHexDigit) {
            let cuts = [0, 8, 12, 16, 20, 32]
            let all = Array(text)
            let parts = zip(cuts, cuts.dropFirst()).map { String(all[$0..<$1]) }
            if let id = UUID(uuidString: parts.joined(separator: "-")) { return box(id) }
        }
        throw ValueError.cannotConvert(
            value, to: "System.Guid", reason: "Unrecognized Guid format.")
    }
}

/// System.Version: two to four numbers.
public struct Version: Sendable, Hashable, Comparable {
    public var parts: [Int]

    public init(parts: [Int]) { self.parts = parts }

    public init?(_ text: String) {
        let fields = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = fields.compactMap { Int32($0).map(Int.init) }
        guard (2...4).contains(fields.count), numbers.count == fields.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
        parts = numbers
    }

    public static func < (left: Version, right: Version) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }
    public var text: String { parts.map(String.init).joined(separator: ".") }
    public var boxed: Value { .object(NativeObject(self, type: VersionType.type, text: { $0.text })) }
}

enum VersionType {
    private static func part(_ name: String, _ place: Int) -> Member {
        .property(name, "int") { value in
            let parts = value.asObject(NativeObject<Version>.self)?.value.parts ?? []
            return .int(parts.indices.contains(place) ? Int32(clamping: parts[place]) : -1)
        }
    }

    static let type = ObjectType(
        "System.Version", base: .object,
        members: [part("Major", 0), part("Minor", 1), part("Build", 2), part("Revision", 3)] + ObjectMembers.comparable,
        statics: [
            .function("Parse", "string input", returns: "version") { try parsed($0.string(0)) },
            .function("TryParse", "string input", "System.Management.Automation.PSReference result", returns: "bool") { arguments in
                let version = Version(arguments.string(0))
                try (arguments[1].reference as? any ReferenceObjectValue)?.store(version?.boxed ?? .null)
                return .bool(version != nil)
            },
        ],
        construct: { arguments in
            let text = arguments.count > 1 ? arguments.values.map(\.displayText).joined(separator: ".") : arguments.string(0)
            return try parsed(text)
        },
        convert: { value in
            if let version = value.asObject(NativeObject<SemanticVersion>.self)?.value { return SemanticVersionType.plain(version) }
            return try parsed(value.displayText)
        })

    private static func parsed(_ text: String) throws -> Value {
        guard let version = Version(text) else {
            throw ValueError.cannotConvert(
                .string(text), to: "System.Version", reason: "Version string portion was too short or too long.")
        }
        return version.boxed
    }
}
