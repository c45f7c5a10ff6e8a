/// The groups of a match, by number and by name.
public final class GroupCollection: Object, IndexableObject {
    private let match: MatchObject

    init(_ match: MatchObject) {
        self.match = match
        super.init()
    }

    public override var type: ObjectType { MatchType.groups }
    public override var enumerated: [Value]? { (0..<match.regex.groupCount).map { match.group($0) } }

    /// The group of a number or a name; an unknown name gives a group without success, as in .NET.
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

extension MatchType {
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

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.RegularExpressions.GroupCollection") { MatchType.groups }
}
