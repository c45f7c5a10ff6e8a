import CmdletKit
import Values

/// Get-ExecutionPolicy: Unrestricted in each scope, as on any system but Windows (about_Execution_Policies).
struct GetExecutionPolicy: Cmdlet {
    private var scope: String?
    private var list: Switch = false

    static let scopes = ["MachinePolicy", "UserPolicy", "Process", "CurrentUser", "LocalMachine"]

    static let declaration = CmdletDeclaration<Self>(
        "Get-ExecutionPolicy", synopsis: "Tells which scripts may run: on Linux all of them.",
        description: """
            The policy is Unrestricted in each scope, as it always is on Linux. Takes a scope by property name from \
            the pipeline and writes the policy, or with -List an object for each scope.
            """,
        parameters: [
            Parameter(
                \.scope, position: 0, pipeline: .byPropertyName, validate: [.set(scopes, ignoreCase: true)],
                help: "MachinePolicy, UserPolicy, Process, CurrentUser or LocalMachine."),
            Parameter(\.list, help: "Writes the policy of each scope."),
        ],
        outputs: ["Microsoft.PowerShell.ExecutionPolicy", "System.Management.Automation.PSCustomObject"],
        examples: [
            Example("Get-ExecutionPolicy", "The policy.", output: "Unrestricted"),
            Example("(Get-ExecutionPolicy -List).Count", "One for each scope.", output: "5"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard list.isOn else {
            try runtime.write(ExecutionPolicy.unrestricted)
            return
        }
        for scope in Self.scopes {
            try runtime.write(
                .object(CustomObject([("Scope", .string(scope)), ("ExecutionPolicy", ExecutionPolicy.unrestricted)])))
        }
    }
}
