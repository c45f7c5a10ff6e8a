import SourceText
import Syntax
import Values

extension AstTypes {
    /// System.Management.Automation.VariablePath: the name of a variable as it is written.
    static let variablePath = ObjectType(
        "System.Management.Automation.VariablePath", base: .object,
        members: [.method("ToString", returns: "string") { value, _ in value.property("UserPath") ?? .null }])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.VariablePath") { AstTypes.variablePath }
}
