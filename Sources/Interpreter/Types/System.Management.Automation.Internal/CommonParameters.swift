import Values

/// The classes of the common parameters, whose property names scripts read to tell common parameters from others.
enum ParameterClasses {
    /// A class with a property for each parameter.
    static func make(_ name: String, _ parameters: [(name: String, alias: String, isSwitch: Bool)]) -> ObjectType {
        ObjectType(
            name, base: .object, members: parameters.map { .property($0.name, $0.isSwitch ? "switch" : "object") { _ in .null } })
    }
}

extension ParameterClasses {
    /// System.Management.Automation.Internal.CommonParameters: those that every advanced function has.
    static let commonParameters = make("System.Management.Automation.Internal.CommonParameters", CommonParameters.all)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Internal.CommonParameters") { ParameterClasses.commonParameters }
}
