import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.RuntimeDefinedParameter: one dynamic parameter.
    static let runtimeParameter: ObjectType = ObjectType(
        "System.Management.Automation.RuntimeDefinedParameter", base: .object,
        construct: { arguments in
            .object(
                CustomObject(
                    [
                        ("Name", arguments[0]), ("ParameterType", arguments[1]),
                        ("Attributes", .object(ListObject(arguments.count > 2 ? arguments.list(2) : []))), ("Value", .null),
                        ("IsSet", .bool(false)),
                    ], type: runtimeParameter))
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.RuntimeDefinedParameter") { ParameterAttributeTypes.runtimeParameter }
}
