import Containers
import Values

extension HostObjects {
    /// Microsoft.HyperV.PowerShell.VMSwitchType: what a switch is connected to.
    static let switchTypeType = ObjectType.enumeration(
        "Microsoft.HyperV.PowerShell.VMSwitchType", Enumeration(SwitchType.allCases.map(\.rawValue)))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.HyperV.PowerShell.VMSwitchType") { HostObjects.switchTypeType }
}
