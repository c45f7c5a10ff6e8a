import Containers
import Values

extension ContainerState: NamedEnumeration {
    /// `[Microsoft.Containers.PowerShell.Objects.ContainerState]`.
    static let objectType = makeObjectType("Microsoft.Containers.PowerShell.Objects.ContainerState")
}
