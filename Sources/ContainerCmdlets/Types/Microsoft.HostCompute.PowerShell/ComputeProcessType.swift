import Containers
import Values

extension HostObjects {
    /// Microsoft.HostCompute.PowerShell.ComputeProcessType: a container or a utility VM.
    static let computeTypeType = ObjectType.enumeration(
        "Microsoft.HostCompute.PowerShell.ComputeProcessType", Enumeration(ComputeProcessType.allCases.map(\.rawValue)))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.HostCompute.PowerShell.ComputeProcessType") { HostObjects.computeTypeType }
}
