/// System.StringComparer: how strings are compared.
public final class ComparerObject: Object {
    /// The rule, as System.StringComparison names it.
    public let name: String
    /// Whether texts that differ in case are equal.
    public var ignoresCase: Bool { name.hasSuffix("IgnoreCase") }

    init(_ name: String) {
        self.name = name
        super.init()
    }

    public override var type: ObjectType { StringComparerType.type }
}

enum StringComparerType {
    private static func ignoresCase(_ value: Value) -> Bool { value.asObject(ComparerObject.self)?.ignoresCase ?? false }

    static let type = ObjectType(
        "System.StringComparer", base: .object,
        interfaces: ["System.Collections.IComparer", "System.Collections.IEqualityComparer"],
        members: [
            .method("Compare", "string x", "string y", returns: "int") {
                Value.integer(Comparison.order($1.string(0), $1.string(1), by: $0.asObject(ComparerObject.self)?.name ?? ""))
            },
            .method("Equals", "string x", "string y", returns: "bool") {
                .bool(ignoresCase($0) ? $1.string(0).equalsIgnoringCase($1.string(1)) : $1.string(0) == $1.string(1))
            },
        ],
        statics: [
            "Ordinal", "OrdinalIgnoreCase", "InvariantCulture", "InvariantCultureIgnoreCase", "CurrentCulture",
            "CurrentCultureIgnoreCase",
        ].map { name in .constant(name, "System.StringComparer") { .object(ComparerObject(name)) } })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.StringComparer") { StringComparerType.type }
}
