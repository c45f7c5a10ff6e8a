import CmdletKit
import Containers
import Engine
import Values

/// Get-ContainerImage.
struct GetContainerImage: Cmdlet {
    private var name: String?
    private var publisher: String?
    private var version: String?

    static let declaration = CmdletDeclaration<Self>(
        "Get-ContainerImage", synopsis: "Gets the images that containers are made from.",
        parameters: [
            Parameter("Name", \.name, position: 0, completer: .named("image"), help: "A name, with wildcards."),
            Parameter("Publisher", \.publisher, position: 1, help: "A publisher, with wildcards."),
            Parameter("Version", \.version, position: 2, help: "A version."),
        ],
        outputs: ["Microsoft.Containers.PowerShell.Objects.ContainerImage"],
        examples: [
            Example(
                "Get-ContainerImage | Select-Object -ExpandProperty Name", "Their names.", output: "NanoServer\nWindowsServerCore",
                runs: .simulatedHost)
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
