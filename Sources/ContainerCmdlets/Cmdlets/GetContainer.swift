import CmdletKit
import Containers
import Interpreter
import Values

/// Get-Container.
struct GetContainer: Cmdlet {
    private var name: [String] = []
    private var id: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-Container", synopsis: "Gets the containers of this host.", defaultSet: "Name",
        parameters: [
            Parameter(
                "Name", \.name, aliases: ["ContainerName"], position: 0, pipeline: .byValue, sets: ["Name"],
                completer: .named("container"), help: "Names, with wildcards."),
            Parameter(
                "Id", \.id, aliases: ["ContainerId"], position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Id"],
                help: "Ids, or their unambiguous beginnings."),
        ],
        outputs: ["Microsoft.Containers.PowerShell.Objects.Container"],
        examples: [
            Example("Get-Container | Select-Object Name, RuntimeType", "Names and how they are isolated.", runs: .simulatedHost)
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let host = try runtime.containerHost()
        let all = try runtime.whole { try host.containers() }
        if runtime.isBound("Id") {
            for id in id { try runtime.perItem { try runtime.write(.object(ContainerObject(try host.container(idPrefix: id)))) } }
            return
        }
        guard !name.isEmpty else { return try runtime.writeAll(all.map { .object(ContainerObject($0)) }) }
        for pattern in name {
            let wildcard = Wildcard(pattern)
            let found = all.filter { wildcard.matches($0.name) }
            try runtime.writeAll(found.map { .object(ContainerObject($0)) })
            if found.isEmpty, !Wildcard.isPattern(pattern) {
                // An id serves wherever a name does.
                try runtime.perItem { try runtime.write(.object(ContainerObject(try host.container(nameOrID: pattern)))) }
            }
        }
    }
}
