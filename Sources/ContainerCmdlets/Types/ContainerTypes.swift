import Containers
import Values

/// The .NET types of the container cmdlets: every one can be named by a script.
package enum ContainerTypes {
    /// Made when a script first names a type that the language does not know.
    package static var all: [ObjectType] {
        [
            ContainerObject.objectType, ContainerState.objectType, RuntimeType.objectType, ContainerImageObject.objectType,
            ContainerHostObject.objectType, VMSwitchObject.objectType, SwitchType.objectType, ComputeProcessObject.objectType,
            ComputeProcessType.objectType,
        ]
    }
}
