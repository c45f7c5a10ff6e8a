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

extension MatchType {
    private static func part(_ value: Value) -> CapturedGroup? { value.asObject(CapturedGroup.self) }

    static let group = ObjectType(
        "System.Text.RegularExpressions.Group", base: capture,
        members: [
            .property("Success", "bool") { .bool(part($0)?.range != nil) },
            .property("Name", "string") { .string(part($0)?.name ?? "") },
            .property("Captures", "System.Text.RegularExpressions.CaptureCollection") {
                captured(part($0)?.range == nil ? [] : [$0])
            },
            .property("Index", "int") { value in
                guard let part = part(value), let range = part.range else { return .int(0) }
                return Value.integer(part.match.index(range.lowerBound))
            },
            .property("Length", "int") { Value.integer($0.displayText.utf16.count) },
            .property("Value", "string") { .string($0.displayText) },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.RegularExpressions.Group") { MatchType.group }
}
