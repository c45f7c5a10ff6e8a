import CmdletKit
import Containers
import Interpreter
import Values

/// Get-ComputeProcess: lists the running containers of this host, whoever started them.
struct GetComputeProcess: Cmdlet {
    private var name: [String] = []
    private var owner: [String] = []
    private var type: [String] = []
    private var id: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-ComputeProcess", synopsis: "Gets every running container system of this host.",
        description: """
            A compute process is a container that runs, whoever started it and with which shell or engine. Writes \
            its id, name, type and owner; the id is that of the container. An id that is none is an error. Takes \
            nothing from the pipeline.
            """,
        defaultSet: "Name",
        parameters: [
            Parameter(\.name, position: 0, sets: ["Name"], help: "Names of container systems; wildcards are allowed."),
            Parameter(\.owner, sets: ["Name"], help: "Owners: what started them; wildcards are allowed."),
            Parameter(
                \.type, sets: ["Name"], completer: .values(["Container", "VirtualMachine"]),
                help: "Container or VirtualMachine."),
            Parameter(\.id, position: 0, mandatory: true, sets: ["Id"], help: "Ids, or beginnings of ids."),
        ],
        outputs: ["Microsoft.HostCompute.PowerShell.ComputeProcess"],
        examples: [
            Example("@(Get-ComputeProcess).Count", "How many run.", output: "0", runs: .simulatedHost),
            Example(
                """
                New-Container -Name WEB -ContainerImageName NanoServer | Start-Container
                (Get-ComputeProcess -Type Container).Name
                """,
                "The containers that run.", output: "WEB", runs: .simulatedHost),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let all = try runtime.whole { try runtime.containerHost().computeProcesses() }
        if runtime.isBound(\Self.id) {
            for wanted in id {
                let found = all.filter { $0.id.lowercased().hasPrefix(wanted.lowercased()) }
                try runtime.writeAll(found.map(ComputeProcessObject.make))
                if found.isEmpty {
                    try runtime.writeError(
                        ErrorRecord(
                            "There is no compute process whose id is or begins with '\(wanted)'.\nGet-ComputeProcess lists those that run.",
                            id: "ComputeProcessNotFound", category: "ObjectNotFound", target: .string(wanted)))
                }
            }
            return
        }
        let fits = { (patterns: [String], text: String) in patterns.isEmpty || patterns.contains { Wildcard($0).matches(text) } }
        try runtime.writeAll(
            all.filter { fits(name, $0.name) && fits(owner, $0.owner) && fits(type, $0.type.rawValue) }.map(
                ComputeProcessObject.make))
    }
}
