/// System.Management.Automation.SwitchParameter: a switch that was given or not.
public final class SwitchParameter: Object, TruthObject {
    /// Whether the switch was given and not as `-Name:$false`.
    public let isPresent: Bool

    /// A switch that was given or not.
    public init(_ isPresent: Bool) {
        self.isPresent = isPresent
        super.init()
    }

    /// Whether the switch was given.
    public var isTrue: Bool { isPresent }
    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { isPresent ? "True" : "False" }

    /// System.Management.Automation.SwitchParameter.
    public static let objectType = ObjectType(
        "System.Management.Automation.SwitchParameter", base: .valueType, isValueType: true,
        members: [
            .property("IsPresent", "bool") { .bool(Conversion.bool($0)) },
            .method("ToBool", returns: "bool") { value, _ in .bool(Conversion.bool(value)) },
        ],
        statics: [.constant("Present", "switch") { .object(SwitchParameter(true)) }],
        construct: { .object(SwitchParameter($0.bool(0))) },
        convert: { value in
            switch value {
            case .string, .array: throw ValueError.cannotConvert(value, to: "System.Management.Automation.SwitchParameter")
            default: .object(SwitchParameter(Conversion.bool(value)))
            }
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.SwitchParameter", "switch") { SwitchParameter.objectType }
}
