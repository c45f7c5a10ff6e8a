import Containers
import Values

extension ContainerObject {
    /// Microsoft.Containers.PowerShell.Objects.RuntimeType: Default containers share the host's kernel, HyperV ones have their own.
    static let runtimeTypeType = ObjectType.enumeration(
        "Microsoft.Containers.PowerShell.Objects.RuntimeType", Enumeration(RuntimeType.allCases.map(\.rawValue)))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.Containers.PowerShell.Objects.RuntimeType") { ContainerObject.runtimeTypeType }
}
