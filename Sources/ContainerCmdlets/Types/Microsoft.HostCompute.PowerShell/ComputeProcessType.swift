import Containers
import Values

extension ComputeProcessType: NamedEnumeration {
    /// `[Microsoft.HostCompute.PowerShell.ComputeProcessType]`.
    static let objectType = makeObjectType("Microsoft.HostCompute.PowerShell.ComputeProcessType")
}
