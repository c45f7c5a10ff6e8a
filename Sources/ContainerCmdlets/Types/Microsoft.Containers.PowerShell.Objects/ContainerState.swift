import Containers
import Values

extension ContainerState: NamedEnumeration {
    /// `[Microsoft.Containers.PowerShell.Objects.ContainerState]`.
    static let objectType = makeObjectType("Microsoft.Containers.PowerShell.Objects.ContainerState")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.Containers.PowerShell.Objects.ContainerState") { ContainerState.objectType }
}
