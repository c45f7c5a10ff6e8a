import CmdletKit
import Containers
import Values

/// New-Container: makes a container from an image by the container host of the session.
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
        description: """
            With -RuntimeType Default the container shares the kernel of this host and is isolated by namespaces, \
            cgroups, seccomp and capabilities; with HyperV it runs in a utility VM with a kernel of its own. Both \
            are made from the same image, and Set-Container converts one into the other. Takes an image from the \
            pipeline and writes the container. Names may repeat: the id tells containers apart. On the Linux host it \
            needs root.
            """,
        defaultSet: "ImageName", confirms: true,
        parameters: [
            Parameter(\.name, position: 0, help: "The name of the container; names may repeat."),
            Parameter(
                \.imageName, named: "ContainerImageName", mandatory: true, sets: ["ImageName"], completer: .named("image"),
                help: "The name of the image."),
            Parameter(
                \.publisher, named: "ContainerImagePublisher", sets: ["ImageName"],
                help: "The publisher of the image, where several have images of the name."),
            Parameter(
                \.version, named: "ContainerImageVersion", sets: ["ImageName"],
                help: "The version of the image, where several have the name."),
            Parameter(
                \.image, named: "ContainerImage", mandatory: true, pipeline: .byValue, sets: ["Image"],
                help: "The image, as Get-ContainerImage writes it."),
            Parameter(
                \.memory, named: "MemoryStartupBytes", aliases: ["MaximumMemoryBytes"],
                help: "The most memory that the container may use, in bytes, such as 256MB."),
            Parameter(
                \.switchName, completer: .named("switch"),
                help: "The virtual switch that the container is attached to; without one it has loopback only."),
            Parameter(
                \.runtimeType, default: "Default", help: "Default (the default): this kernel; HyperV: a utility VM."),
            Parameter(
                \.computerName, named: "ContainerComputerName",
                help: "The host name within the container; made of its name by default."),
        ],
        outputs: ["Microsoft.Containers.PowerShell.Objects.Container"],
        examples: [
            Example(
                """
                $con = New-Container -Name HYPVCON -ContainerImageName NanoServer -SwitchName 'Virtual Switch' \
                -RuntimeType HyperV
                "$con $($con.State) $($con.RuntimeType)"
                """,
                "A container in a utility VM of its own.", output: "HYPVCON Off HyperV", runs: .simulatedHost),
            Example(
                "(Get-ContainerImage NanoServer | New-Container -Name WEB).ParentImageName",
                "A container from an image of the pipeline.", output: "NanoServer", runs: .simulatedHost),
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
        if runtime.isBound(\Self.memory), memory < 0 {
            throw TerminatingError(
                ErrorRecord(
                    "-MemoryStartupBytes is negative. Give a number of bytes, such as 256MB.", id: "InvalidMemory",
                    category: "InvalidArgument"))
        }
        guard try runtime.shouldProcess(target: name.isEmpty ? imageName : name, action: "New-Container") else { return }
        let specification = ContainerSpecification(
            name: name, image: reference, runtimeType: runtimeType, switchName: switchName,
            memory: runtime.isBound(\Self.memory) ? UInt64(clamping: memory) : nil, computerName: computerName)
        try runtime.perItem {
            try runtime.write(.object(ContainerObject(try runtime.containerHost().createContainer(specification))))
        }
    }
}
