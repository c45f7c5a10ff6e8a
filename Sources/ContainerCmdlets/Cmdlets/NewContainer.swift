import CmdletKit
import Containers
import Values

/// New-Container.
struct NewContainer: Cmdlet {
    private var name = ""
    private var imageName = ""
    private var publisher: String?
    private var version: String?
    private var image: Value = .null
    private var memory: Int64 = 0
    private var switchName: String?
    private var runtimeType = RuntimeType.default
    private var computerName: String?

    static let declaration = CmdletDeclaration<Self>(
        "New-Container", synopsis: "Makes a container from an image. It is off until Start-Container starts it.",
        description: "RuntimeType Default shares this host's kernel; HyperV runs the container in a utility VM of its own.",
        defaultSet: "ImageName", confirms: true,
        parameters: [
            Parameter("Name", \.name, position: 0, help: "Its name; names may repeat, the id is the key."),
            Parameter(
                "ContainerImageName", \.imageName, mandatory: true, sets: ["ImageName"], completer: .named("image"),
                help: "The image's name."),
            Parameter("ContainerImagePublisher", \.publisher, sets: ["ImageName"], help: "The image's publisher."),
            Parameter("ContainerImageVersion", \.version, sets: ["ImageName"], help: "The image's version."),
            Parameter(
                "ContainerImage", \.image, mandatory: true, pipeline: .byValue, sets: ["Image"],
                help: "An image of Get-ContainerImage."),
            Parameter("MemoryStartupBytes", \.memory, aliases: ["MaximumMemoryBytes"], help: "The most memory it may use."),
            Parameter(
                "SwitchName", \.switchName, completer: .named("switch"),
                help: "The virtual switch it is attached to; without one it has loopback only."),
            Parameter("RuntimeType", \.runtimeType, default: "Default", help: "How it is isolated."),
            Parameter("ContainerComputerName", \.computerName, help: "The name it calls itself."),
        ],
        outputs: ["Microsoft.Containers.PowerShell.Objects.Container"],
        examples: [
            Example(
                "$con = New-Container -Name HYPVCON -ContainerImageName NanoServer -SwitchName \"Virtual Switch\" -RuntimeType HyperV",
                "A Hyper-V container.", runs: .simulatedHost)
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let reference: ImageReference
        if let object = image.asObject(NativeObject<ContainerImage>.self) {
            reference = .id(object.value.id)
        } else if !image.isNull {
            reference = .nameOrID(image.displayText)
        } else {
            reference = .name(imageName, publisher: publisher, version: version)
        }
        if runtime.isBound("MemoryStartupBytes"), memory < 0 {
            throw TerminatingError(
                ErrorRecord(
                    "-MemoryStartupBytes is negative. Give a number of bytes, such as 256MB.", id: "InvalidMemory",
                    category: "InvalidArgument"))
        }
        guard try runtime.shouldProcess(target: name.isEmpty ? imageName : name, action: "New-Container") else { return }
        let specification = ContainerSpecification(
            name: name, image: reference, runtimeType: runtimeType, switchName: switchName,
            memory: runtime.isBound("MemoryStartupBytes") ? UInt64(clamping: memory) : nil, computerName: computerName)
        try runtime.perItem {
            try runtime.write(.object(ContainerObject(try runtime.containerHost().createContainer(specification))))
        }
    }
}
