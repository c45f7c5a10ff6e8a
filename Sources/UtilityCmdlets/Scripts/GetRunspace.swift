import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Runspace: writes the runspaces of the process.
struct GetRunspace: Cmdlet {
    private var name: [String] = []
    private var id: [Int] = []
    private var instanceId: [GuidArgument] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-Runspace", synopsis: "Gets the runspaces of this process.",
        description: """
            A runspace is where code runs with variables and functions of its own: the session is one, thread jobs \
            and ForEach-Object -Parallel make others. Takes names from the pipeline and writes \
            System.Management.Automation.Runspaces.Runspace objects, sorted by number. A name or number that there \
            is not is no error.
            """,
        defaultSet: "NameParameterSet",
        parameters: [
            Parameter(
                \.name, position: 0, pipeline: .byValue, sets: ["NameParameterSet"],
                help: "Names of runspaces; wildcards are allowed."),
            Parameter(\.id, position: 0, mandatory: true, sets: ["IdParameterSet"], help: "Numbers of runspaces."),
            Parameter(
                \.instanceId, position: 0, mandatory: true, sets: ["InstanceIdParameterSet"],
                help: "GUIDs of runspaces."),
        ],
        outputs: ["System.Management.Automation.Runspaces.Runspace"],
        examples: [
            Example("(Get-Runspace -Id 1).Name", "The runspace of the session.", output: "Runspace1"),
            Example("(Get-Runspace -Id 1).RunspaceStateInfo.State", "Its state.", output: "Opened"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let all = try runtime.service(Engine.self).runspaces
        let wanted: [Runspace]
        if runtime.isBound(\Self.id) {
            wanted = id.flatMap { number in all.filter { $0.id == number } }
        } else if runtime.isBound(\Self.instanceId) {
            wanted = all.filter { runspace in
                instanceId.contains { $0.value.displayText.equalsIgnoringCase(runspace.instanceID.displayText) }
            }
        } else {
            wanted = name.isEmpty ? all : all.filter { runspace in name.contains { Wildcard($0).matches(runspace.name) } }
        }
        try runtime.writeAll(wanted.map { .object($0) })
    }
}
