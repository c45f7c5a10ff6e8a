import Containers
import Values

extension ComputeProcessType: NamedEnumeration {
    /// `[Microsoft.HostCompute.PowerShell.ComputeProcessType]`.
    static let objectType = makeObjectType("Microsoft.HostCompute.PowerShell.ComputeProcessType")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.HostCompute.PowerShell.ComputeProcessType") { ComputeProcessType.objectType }
}
