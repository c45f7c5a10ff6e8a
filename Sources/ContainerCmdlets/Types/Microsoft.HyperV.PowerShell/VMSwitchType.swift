import Containers
import Values

extension SwitchType: NamedEnumeration {
    /// `[Microsoft.HyperV.PowerShell.VMSwitchType]`.
    static let objectType = makeObjectType("Microsoft.HyperV.PowerShell.VMSwitchType")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.HyperV.PowerShell.VMSwitchType") { SwitchType.objectType }
}
