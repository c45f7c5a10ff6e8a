import Values

/// System.Management.Automation.PSTypeName: the name of a type that a command writes (`(Get-Command).OutputType`).
enum PSTypeName {
    /// The type; its objects keep the Name as a note property.
    static let type: ObjectType = ObjectType(
        "System.Management.Automation.PSTypeName", base: .object,
        construct: { arguments in
            .object(
                CustomObject(
                    [("Name", .string(arguments[0].asObject(TypeObject.self)?.represented.name ?? arguments.string(0)))], type: type
                ))
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSTypeName") { PSTypeName.type }
}
