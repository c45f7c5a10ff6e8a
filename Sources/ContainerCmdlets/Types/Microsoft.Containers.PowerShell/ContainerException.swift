import CmdletKit
import Values

/// Microsoft.Containers.PowerShell.ContainerException: what the container engine refused.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "Microsoft.Containers.PowerShell.ContainerException", "System.SystemException")
}
