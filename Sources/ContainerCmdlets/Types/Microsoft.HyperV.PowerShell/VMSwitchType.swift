import Containers
import Values

extension SwitchType: NamedEnumeration {
    /// `[Microsoft.HyperV.PowerShell.VMSwitchType]`.
    static let objectType = makeObjectType("Microsoft.HyperV.PowerShell.VMSwitchType")
}
