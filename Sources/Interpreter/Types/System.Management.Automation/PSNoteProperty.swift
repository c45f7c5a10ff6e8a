import Values

extension MemberKind {
    /// System.Management.Automation.PSNoteProperty: a property that holds its value itself.
    static let noteType = ObjectType(
        "System.Management.Automation.PSNoteProperty", base: propertyInfo,
        members: [memberType, isSettable, isGettable, value, typeName, name, isInstance, copy],
        construct: { .object(MemberObject($0.string(0), .note($0[1].orNull))) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSNoteProperty", "psnoteproperty") { MemberKind.noteType }
}
