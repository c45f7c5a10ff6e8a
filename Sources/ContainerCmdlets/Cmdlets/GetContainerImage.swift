import CmdletKit
import Containers
import Interpreter
import Values

/// Get-ContainerImage: writes the host's images, by name, publisher or version.
struct GetContainerImage: Cmdlet {
    private var name: String?
    private var publisher: String?
    private var version: String?

    static let declaration = CmdletDeclaration<Self>(
        "Get-ContainerImage", synopsis: "Gets the images that containers are made from.",
        description: """
            Writes the images of this host. On Linux the built-in ones are made of what the machine has when they \
            are first asked for: NanoServer of busybox, WindowsServerCore of bash and coreutils. A name without \
            wildcards that is no image is an error. Takes nothing from the pipeline.
            """,
        parameters: [
            Parameter(
                \.name, position: 0, completer: .named("image"), help: "The name of an image; wildcards are allowed."),
            Parameter(
                \.publisher, position: 1, help: "The publisher, with or without CN= before it; wildcards are allowed."),
            Parameter(\.version, position: 2, help: "The version; wildcards are allowed."),
        ],
        outputs: ["Microsoft.Containers.PowerShell.Objects.ContainerImage"],
        examples: [
            Example("(Get-ContainerImage).Name", "All images.", output: "NanoServer\nWindowsServerCore", runs: .simulatedHost),
            Example("(Get-ContainerImage Nano*).IsOSImage", "An image by a pattern.", output: "True", runs: .simulatedHost),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let host = try runtime.containerHost()
        let all = try runtime.whole { try host.images() }
        let found = all.filter { image in
            (name.map { Wildcard($0).matches(image.name) } ?? true) && (version.map { Wildcard($0).matches(image.version) } ?? true)
                && (publisher.map { Wildcard($0).matches(image.publisher) || Wildcard("CN=" + $0).matches(image.publisher) } ?? true)
        }
        try runtime.writeAll(found.map(ContainerImageObject.make))
        if found.isEmpty, let name, !Wildcard.isPattern(name) {
            try runtime.perItem { try runtime.write(ContainerImageObject.make(try host.image(.nameOrID(name)))) }
        }
    }
}
