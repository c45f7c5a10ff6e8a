/// System.Version: two to four numbers.
public struct Version: Sendable, Hashable, Comparable {
    /// Two to four numbers.
    public var parts: [Int]

    /// Takes two to four numbers.
    public init(parts: [Int]) { self.parts = parts }

    /// Reads two to four numbers with dots between them; nil for other texts.
    public init?(_ text: String) {
        let fields = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = fields.compactMap { Int32($0).map(Int.init) }
        guard (2...4).contains(fields.count), numbers.count == fields.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
        parts = numbers
    }

    /// Part by part.
    public static func < (left: Version, right: Version) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }
    /// The numbers with dots between them.
    public var text: String { parts.map(String.init).joined(separator: ".") }
    /// The version as a value of the language.
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
        members: [part("Major", 0), part("Minor", 1), part("Build", 2), part("Revision", 3)] + ComparableMembers.instance,
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
                .string(text), to: "System.Version", reason: "Version string portion was too short or too long. (Parameter 'input')"
            )
        }
        return version.boxed
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Version", "version") { VersionType.type }
}
