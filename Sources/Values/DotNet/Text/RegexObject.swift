/// System.Text.RegularExpressions.Regex.
public final class RegexObject: Object {
    public let regex: RegularExpression
    public let pattern: String
    let options: Int64

    public init(_ pattern: String, options: Int64 = 0) throws {
        regex = try RegularExpression(pattern, RegexType.options(options))
        self.pattern = pattern
        self.options = options
        super.init()
    }

    public override var type: ObjectType { RegexType.type }
    public override var stringForm: String? { pattern }
}

/// One match in a text, with all its groups (System.Text.RegularExpressions.Match).
public final class MatchObject: Object {
    let match: RegularExpression.Match?
    let regex: RegularExpression
    /// The text in UTF-8, which the offsets of the match count.
    let text: [UInt8]

    public init(_ match: RegularExpression.Match?, _ regex: RegularExpression, _ text: [UInt8]) {
        self.match = match
        self.regex = regex
        self.text = text
        super.init()
    }

    public override var type: ObjectType { MatchType.match }
    public override var stringForm: String? { string(match?.range) }

    func string(_ range: Range<Int>?) -> String { range.map { String(decoding: text[$0], as: UTF8.self) } ?? "" }

    /// Where an offset in UTF-8 stands in UTF-16 code units, as .NET counts.
    func index(_ offset: Int) -> Int { String(decoding: text[..<offset], as: UTF8.self).utf16.count }

    func group(_ number: Int) -> Value {
        let range = match.flatMap { $0.groups.indices.contains(number) ? $0.groups[number] : nil }
        return .object(CapturedGroup(self, range, regex.names.first { $0.number == number }?.name ?? String(number)))
    }

    func groups() -> Value { .object(GroupCollection(self)) }
}

/// What one group captured.
public final class CapturedGroup: Object {
    let match: MatchObject
    let range: Range<Int>?
    let name: String

    init(_ match: MatchObject, _ range: Range<Int>?, _ name: String) {
        self.match = match
        self.range = range
        self.name = name
        super.init()
    }

    public override var type: ObjectType { MatchType.group }
    public override var stringForm: String? { match.string(range) }
}

/// The groups of a match, by number and by name.
public final class GroupCollection: Object, IndexableObject {
    private let match: MatchObject

    init(_ match: MatchObject) {
        self.match = match
        super.init()
    }

    public override var type: ObjectType { MatchType.groups }
    public override var enumerated: [Value]? { (0..<match.regex.groupCount).map { match.group($0) } }

    public func element(_ index: Value) -> Value? {
        if let name = index.text {
            guard let number = match.regex.names.first(where: { $0.name == name })?.number ?? Int(name) else {
                return .object(CapturedGroup(match, nil, name))
            }
            return match.group(number)
        }
        return (try? Conversion.int32(index)).map { match.group(Int($0)) }
    }
}

enum MatchType {
    private static func found(_ value: Value) -> MatchObject? { value.asObject(MatchObject.self) }
    private static func part(_ value: Value) -> CapturedGroup? { value.asObject(CapturedGroup.self) }

    static let capture = ObjectType("System.Text.RegularExpressions.Capture", base: .object)
    static let group = ObjectType(
        "System.Text.RegularExpressions.Group", base: capture,
        members: [
            .property("Success", "bool") { .bool(part($0)?.range != nil) },
            .property("Name", "string") { .string(part($0)?.name ?? "") },
            .property("Captures", "System.Text.RegularExpressions.CaptureCollection") {
                .array(part($0)?.range == nil ? [] : [$0])
            },
            .property("Index", "int") { value in
                guard let part = part(value), let range = part.range else { return .int(0) }
                return Value.integer(part.match.index(range.lowerBound))
            },
            .property("Length", "int") { Value.integer($0.displayText.utf16.count) },
            .property("Value", "string") { .string($0.displayText) },
            .property("ValueSpan", "string") { .string($0.displayText) },
        ])
    static let match = ObjectType(
        "System.Text.RegularExpressions.Match", base: group,
        members: [
            .property("Groups", "System.Text.RegularExpressions.GroupCollection") { found($0)?.groups() ?? .null },
            .property("Success", "bool") { .bool(found($0)?.match != nil) },
            .property("Name", "string") { _ in .string("0") },
            .property("Captures", "System.Text.RegularExpressions.CaptureCollection") { .array([$0]) },
            .property("Index", "int") { value in
                guard let found = found(value), let range = found.match?.range else { return .int(0) }
                return Value.integer(found.index(range.lowerBound))
            },
            .property("Length", "int") { Value.integer($0.displayText.utf16.count) },
            .property("Value", "string") { .string($0.displayText) },
            .method("NextMatch", returns: "System.Text.RegularExpressions.Match") { value, _ in
                guard let found = found(value), let match = found.match else { return value }
                let start = match.range.isEmpty ? match.range.upperBound + 1 : match.range.upperBound
                return .object(
                    MatchObject(try found.regex.firstMatch(in: found.text, from: start), found.regex, found.text))
            },
            .method("Result", "string replacement", returns: "string") { value, arguments in
                guard let found = found(value), let match = found.match else { return .string("") }
                var result: [UInt8] = []
                RegexReplacement.expand(Array(arguments.string(0).utf8), match, found.regex, found.text, into: &result)
                return .string(String(decoding: result, as: UTF8.self))
            },
        ])
    static let groups = ObjectType(
        "System.Text.RegularExpressions.GroupCollection", base: .object, interfaces: GenericTypes.enumerable,
        members: [
            .property("Count", "int") { Value.integer($0.enumerated?.count ?? 0) },
            .property("Keys", "object") { .array(($0.enumerated ?? []).map { .string($0.property("Name")?.displayText ?? "") }) },
            .property("Values", "object") { .array($0.enumerated ?? []) },
            .method("ContainsKey", "string key", returns: "bool") { value, arguments in
                .bool((value.enumerated ?? []).contains { $0.property("Name")?.displayText == arguments.string(0) })
            },
        ])
}
