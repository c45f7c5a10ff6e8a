import Values

extension MemberKind {
    /// System.Management.Automation.PSAliasProperty: another name of a property.
    static let aliasType = ObjectType(
        "System.Management.Automation.PSAliasProperty", base: propertyInfo,
        members: [
            .property("ReferencedMemberName", "string") { value in
                if case .alias(let other)? = try own(value).member { .string(other) } else { .null }
            }, memberType, typeName, isSettable, isGettable, value, name, isInstance, copy,
        ],
        construct: { .object(MemberObject($0.string(0), .alias($0.string(1)))) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSAliasProperty", "psaliasproperty") { MemberKind.aliasType }
}
