/// System.Management.Automation.SemanticVersion (semver.org, version 2).
public struct SemanticVersion: Sendable, Hashable, Comparable {
    /// The first number.
    public var major: Int
    /// The second number; 0 where it is left out.
    public var minor: Int
    /// The third number; 0 where it is left out.
    public var patch: Int
    /// What stands behind the hyphen; nil where nothing does.
    public var preRelease: String?
    /// What stands behind the plus sign; nil where nothing does.
    public var build: String?

    /// Takes the parts.
    public init(major: Int, minor: Int = 0, patch: Int = 0, preRelease: String? = nil, build: String? = nil) {
        self.major = major
        self.minor = minor
        self.patch = patch
        self.preRelease = preRelease
        self.build = build
    }

    /// Reads `1.2.3-label+build`; nil for other texts.
    public init?(_ text: String) {
        var rest = Substring(text)
        // A build of nothing but a hyphen counts as cut off, though semver.org allows it.
        if let last = text.last, "-+.".contains(last) { return nil }
        if let plus = rest.firstIndex(of: "+") {
            build = String(rest[rest.index(after: plus)...])
            rest = rest[..<plus]
        }
        if let dash = rest.firstIndex(of: "-") {
            preRelease = String(rest[rest.index(after: dash)...])
            rest = rest[..<dash]
        }
        let fields = rest.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = fields.compactMap { field in field.allSatisfy { $0.isASCII && $0.isNumber } ? Int32(field).map(Int.init) : nil
        }
        guard (1...3).contains(fields.count), numbers.count == fields.count, Self.isLabel(preRelease), Self.isLabel(build) else {
            return nil
        }
        major = numbers[0]
        minor = numbers.count > 1 ? numbers[1] : 0
        patch = numbers.count > 2 ? numbers[2] : 0
    }

    /// Letters, digits, dots and hyphens, not empty between dots.
    static func isLabel(_ text: String?) -> Bool {
        guard let text else { return true }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
    }

    /// The version as it is written.
    public var text: String { "\(major).\(minor).\(patch)" + (preRelease.map { "-" + $0 } ?? "") + (build.map { "+" + $0 } ?? "") }

    /// Builds do not count.
    public static func == (a: SemanticVersion, b: SemanticVersion) -> Bool {
        (a.major, a.minor, a.patch) == (b.major, b.minor, b.patch) && a.preRelease == b.preRelease
    }

    /// By what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(major)
        hasher.combine(minor)
        hasher.combine(patch)
        hasher.combine(preRelease)
    }

    /// A pre-release comes before its release; builds do not count.
    public static func < (a: SemanticVersion, b: SemanticVersion) -> Bool {
        let (x, y) = ([a.major, a.minor, a.patch], [b.major, b.minor, b.patch])
        if x != y { return x.lexicographicallyPrecedes(y) }
        guard let left = a.preRelease else { return false }
        guard let right = b.preRelease else { return true }
        let (p, q) = (left.split(separator: "."), right.split(separator: "."))
        for (u, v) in zip(p, q) where u != v {
            switch (Int(u), Int(v)) {
            case (let i?, let j?): return i < j
            case (nil, nil): return u < v
            case (let i, _): return i != nil
            }
        }
        return p.count < q.count
    }

    /// The version as a value of the language.
    public var boxed: Value {
        .object(
            NativeObject(
                self, type: SemanticVersionType.type, text: { $0.text },
                equality: { value, other in
                    if let version = other.asObject(NativeObject<SemanticVersion>.self)?.value { return version == value }
                    return other.text.flatMap { SemanticVersion($0) }.map { $0 == value }
                }))
    }
}

enum SemanticVersionType {
    private static func own(_ value: Value) -> SemanticVersion? { value.asObject(NativeObject<SemanticVersion>.self)?.value }
    private static func part(_ name: String, _ read: @escaping @Sendable (SemanticVersion) -> Int) -> Member {
        .property(name, "int") { value in own(value).map { Value.integer(read($0)) } ?? .null }
    }
    private static func label(_ name: String, _ read: @escaping @Sendable (SemanticVersion) -> String?) -> Member {
        .property(name, "string") { value in own(value).flatMap(read).map { .string($0) } ?? .null }
    }

    static let type = ObjectType(
        "System.Management.Automation.SemanticVersion", base: .object, interfaces: ["System.IComparable"],
        members: [
            part("Major") { $0.major }, part("Minor") { $0.minor }, part("Patch") { $0.patch },
            label("PreReleaseLabel") { $0.preRelease },
            label("BuildLabel") { $0.build },
        ] + ComparableMembers.instance,
        statics: [
            .function("Parse", "string version", returns: "semver") { try parsed($0[0]) },
            .function("TryParse", "string version", "System.Management.Automation.PSReference result", returns: "bool") {
                arguments in
                let value = SemanticVersion(arguments.string(0))
                try (arguments[1].reference as? any ReferenceObjectValue)?.store(value?.boxed ?? .null)
                return .bool(value != nil)
            },
            .function("Compare", "object a", "object b", returns: "int") {
                .int(Int32(clamping: try Comparison.order($0[0], $0[1])))
            },
        ],
        construct: { arguments in
            if arguments.count == 1, let version = arguments[0].asObject(NativeObject<Version>.self)?.value {
                let parts = version.parts
                guard parts.count < 4 || parts[3] <= 0 else { throw wrong("version") }
                return from(arguments[0], version).boxed
            }
            if arguments.count == 1, arguments[0].text != nil || isNothing(arguments[0]) { return try parsed(arguments[0]) }
            let number = { (place: Int) in arguments.count > place ? Int(try Conversion.int32(arguments[place])) : 0 }
            let numbers = (try number(0), try number(1), try number(2))
            guard numbers.0 >= 0, numbers.1 >= 0, numbers.2 >= 0 else { throw wrong("major") }
            let label = { (place: Int) in
                arguments.count > place && !arguments.string(place).isEmpty ? arguments.string(place) : nil
            }
            // One label may hold both: `beta.1+meta`.
            let labels = (label(3) ?? "").split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let preRelease = labels.first.flatMap { $0.isEmpty ? nil : $0 }
            let build = label(4) ?? (labels.count > 1 ? labels[1] : nil)
            guard SemanticVersion.isLabel(preRelease), SemanticVersion.isLabel(build) else { throw format(arguments.string(3)) }
            return SemanticVersion(major: numbers.0, minor: numbers.1, patch: numbers.2, preRelease: preRelease, build: build).boxed
        },
        convert: { value in
            if let version = value.asObject(NativeObject<Version>.self)?.value {
                return from(value, version).boxed
            }
            return try parsed(value)
        })

    /// Null, or the object that stands for it where a text is wanted.
    private static func isNothing(_ value: Value) -> Bool { value.isNull || value.type === ObjectType.nullString }

    private static func parsed(_ value: Value) throws -> Value {
        if isNothing(value) {
            throw ValueError(
                "Value cannot be null. (Parameter 'version')", id: "PSArgumentNullException",
                exception: "System.Management.Automation.PSArgumentNullException", category: "NotSpecified")
        }
        guard let version = SemanticVersion(value.displayText) else { throw format(value.displayText) }
        return version.boxed
    }

    private static func wrong(_ name: String) -> ValueError {
        ValueError(
            "Cannot process argument because the value of argument \"\(name)\" is not valid. Change the value of the \"\(name)\" argument and run the operation again.",
            id: "PSArgumentException", exception: "System.Management.Automation.PSArgumentException", category: "NotSpecified")
    }

    private static func format(_ text: String) -> ValueError {
        ValueError(
            "Input string was not in a correct format: '\(text)' is no version like 1.2.3-label+build.", id: "FormatException",
            exception: "System.FormatException", category: "NotSpecified")
    }

    /// A version with the labels that its object carries, where it was made of a semantic one.
    private static func from(_ value: Value, _ version: Version) -> SemanticVersion {
        let label = { (name: String) -> String? in
            if case .note(let text)? = value.reference?.attached?[name] { text.text } else { nil }
        }
        return SemanticVersion(
            major: version.parts[0], minor: version.parts[1], patch: version.parts.count > 2 ? version.parts[2] : 0,
            preRelease: label(preReleaseNote), build: label(buildNote))
    }

    private static let preReleaseNote = "PSSemVerPreReleaseLabel"
    private static let buildNote = "PSSemVerBuildLabel"

    /// `[version]$semantic`: .NET's version knows no labels, so that they become properties of this one object.
    static func plain(_ value: SemanticVersion) -> Value {
        guard value.preRelease != nil || value.build != nil else {
            return Version(parts: [value.major, value.minor, value.patch]).boxed
        }
        let object = NativeObject(
            Version(parts: [value.major, value.minor, value.patch]), type: VersionType.type, text: { _ in value.text })
        let members = AttachedMembers()
        if let label = value.preRelease { members[preReleaseNote] = .note(.string(label)) }
        if let label = value.build { members[buildNote] = .note(.string(label)) }
        members.typeNames = ["System.Version#IncludeLabel"] + VersionType.type.hierarchy
        object.attached = members
        return .object(object)
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.SemanticVersion", "semver", "semanticversion") { SemanticVersionType.type }
}
