import Values

extension MemberKind {
    /// System.Management.Automation.PSScriptProperty: a property that a script block computes.
    static let scriptType = ObjectType(
        "System.Management.Automation.PSScriptProperty", base: propertyInfo,
        members: [
            memberType, isSettable, isGettable,
            .property("GetterScript", "scriptblock") { value in
                if case .script(let getter, _)? = try own(value).member { .object(getter) } else { .null }
            },
            .property("SetterScript", "scriptblock") { value in
                if case .script(_, let setter?)? = try own(value).member { .object(setter) } else { .null }
            }, typeName, value, name, isInstance, copy,
        ],
        construct: { arguments in
            let setter = arguments.count > 2 && !arguments[2].isNull ? try ScriptBlock.fromArgument(arguments[2]) : nil
            return .object(
                MemberObject(arguments.string(0), .script(getter: try ScriptBlock.fromArgument(arguments[1]), setter: setter)))
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSScriptProperty", "psscriptproperty") { MemberKind.scriptType }
}
