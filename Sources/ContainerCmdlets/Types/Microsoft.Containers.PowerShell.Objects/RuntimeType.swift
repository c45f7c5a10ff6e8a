import CmdletKit
import Containers
import Values

extension RuntimeType: NamedEnumeration, ParameterEnumeration {
    /// The full type name, as the errors of `-RuntimeType` give it.
    public static var enumerationName: String { "Microsoft.Containers.PowerShell.Objects.RuntimeType" }

    /// What Get-Command shows as ParameterType.
    public static var parameterType: ObjectType? { objectType }

    /// `[Microsoft.Containers.PowerShell.Objects.RuntimeType]`.
    static let objectType = makeObjectType(enumerationName)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.Containers.PowerShell.Objects.RuntimeType") { RuntimeType.objectType }
}
