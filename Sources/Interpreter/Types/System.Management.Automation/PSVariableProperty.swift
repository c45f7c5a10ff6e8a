import Values

extension MemberKind {
    /// System.Management.Automation.PSVariableProperty: a property whose value is that of a variable.
    static let variableType = ObjectType(
        "System.Management.Automation.PSVariableProperty", base: noteType,
        construct: { arguments in
            guard let variable = arguments[0].asObject(VariableObject.self) else {
                throw ValueError("A PSVariable is needed.", id: "ArgumentException", exception: "System.ArgumentException")
            }
            return .object(MemberObject(variable.name, .live(variable)))
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSVariableProperty", "psvariableproperty") { MemberKind.variableType }
}
