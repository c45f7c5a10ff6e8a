import CmdletKit
import Containers
import Interpreter
import Values

/// Get-Container: writes the host's containers, by name, pattern or ID.
struct GetContainer: Cmdlet {
    private var name: [String] = []
    private var id: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-Container", synopsis: "Gets the containers of this host.",
        description: """
            Writes each container as it is now: its state, for how long it has been running, its image, how it is \
            isolated, its addresses, and the exit code of its last run. Takes names and ids from the pipeline. A \
            name without wildcards that is no container is an error; an id, or its beginning, serves wherever a name \
            does.
            """,
        defaultSet: "Name",
        parameters: [
            Parameter(
                \.name, aliases: ["ContainerName"], position: 0, pipeline: .byValue, sets: ["Name"],
                completer: .named("container"), help: "Names of containers; wildcards are allowed."),
            Parameter(
                \.id, aliases: ["ContainerId"], position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Id"],
                help: "Ids of containers, or beginnings that no other id shares."),
        ],
        outputs: ["Microsoft.Containers.PowerShell.Objects.Container"],
        examples: [
            Example(
                """
                $null = 'WEB', 'DATA' | ForEach-Object { New-Container -Name $_ -ContainerImageName NanoServer }
                (Get-Container W*).Name
                """,
                "Containers by a pattern.", output: "WEB", runs: .simulatedHost),
            Example(
                """
                $null = New-Container -Name WEB -ContainerImageName NanoServer -RuntimeType HyperV
                Get-Container | ForEach-Object { "$($_.Name) $($_.RuntimeType)" }
                """,
                "Names, and how they are isolated.", output: "WEB HyperV", runs: .simulatedHost),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let host = try runtime.containerHost()
        let all = try runtime.whole { try host.containers() }
        if runtime.isBound(\Self.id) {
            for id in id { try runtime.perItem { try runtime.write(.object(ContainerObject(try host.container(idPrefix: id)))) } }
            return
        }
        guard !name.isEmpty else { return try runtime.writeAll(all.map { .object(ContainerObject($0)) }) }
        for pattern in name {
            let wildcard = Wildcard(pattern)
            let found = all.filter { wildcard.matches($0.name) }
            try runtime.writeAll(found.map { .object(ContainerObject($0)) })
            if found.isEmpty, !Wildcard.isPattern(pattern) {
                // A container's ID is accepted wherever a name is.
                try runtime.perItem { try runtime.write(.object(ContainerObject(try host.container(nameOrID: pattern)))) }
            }
        }
    }
}
