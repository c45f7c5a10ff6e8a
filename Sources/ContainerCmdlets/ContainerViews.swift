import Containers
import Formatting
import Values

/// The format views of containers and of what belongs to them.
enum ContainerViews {
    private static func left(_ names: String...) -> View.Shape { .table(names.map { ViewColumn($0, alignment: .left) }) }

    static let all: [View] = [
        View("container", for: ContainerObject.objectType.name, shape: left("Name", "State", "Uptime", "ParentImageName")),
        View("image", for: ContainerImageObject.objectType.name, shape: left("Name", "Publisher", "Version", "IsOSImage")),
        View(
            "switch", for: VMSwitchObject.objectType.name, shape: left("Name", "SwitchType", "NetAdapterInterfaceDescription")),
        View("host", for: ContainerHostObject.objectType.name, shape: left("Name", "ContainerImageRepositoryLocation", "Engine")),
    ]
}
