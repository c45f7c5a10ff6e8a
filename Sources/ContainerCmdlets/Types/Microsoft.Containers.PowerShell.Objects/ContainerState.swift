import Containers
import Values

extension ContainerObject {
    /// Microsoft.Containers.PowerShell.Objects.ContainerState: whether a container runs.
    static let stateType = ObjectType.enumeration(
        "Microsoft.Containers.PowerShell.Objects.ContainerState", Enumeration(ContainerState.allCases.map(\.rawValue)))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.Containers.PowerShell.Objects.ContainerState") { ContainerObject.stateType }
}
