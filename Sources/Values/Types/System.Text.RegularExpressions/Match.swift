/// One match in a text, with all its groups (System.Text.RegularExpressions.Match).
public final class MatchObject: Object {
    let match: RegularExpression.Match?
    let regex: RegularExpression
    /// The text in UTF-8, which the offsets of the match count.
    let text: [UInt8]

    /// Takes nil for a match that failed; the text is in UTF-8.
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

extension MatchType {
    private static func found(_ value: Value) -> MatchObject? { value.asObject(MatchObject.self) }

    static let match = ObjectType(
        "System.Text.RegularExpressions.Match", base: group,
        members: [
            .property("Groups", "System.Text.RegularExpressions.GroupCollection") { found($0)?.groups() ?? .null },
            .property("Success", "bool") { .bool(found($0)?.match != nil) },
            .property("Name", "string") { _ in .string("0") },
            .property("Captures", "System.Text.RegularExpressions.CaptureCollection") { captured([$0]) },
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
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.RegularExpressions.Match") { MatchType.match }
}
