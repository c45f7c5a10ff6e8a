import Values

extension ExceptionTypes {
    /// System.ArgumentException: an argument that a method does not take. It alone of the exceptions knows the parameter's name (ParamName).
    static let argument = make(
        "System.ArgumentException", base: "System.SystemException", message: "Value does not fall within the expected range.",
        parameterPlace: 1,
        members: [
            .property("ParamName", "string") { value in
                value.asObject(ExceptionObject.self)?.parameterName.map { .string($0) } ?? .null
            }
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.ArgumentException") { ExceptionTypes.argument }
}
