import CmdletKit
import Values

/// Set-ExecutionPolicy: always an error outside Windows, as in PowerShell.
struct SetExecutionPolicy: Cmdlet {
    private var policy = ""
    private var scope: String?
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-ExecutionPolicy", synopsis: "Restricts which scripts may run on Windows; on Linux it is an error.",
        description: """
            Every script may run on Linux, and the policy cannot be changed: the cmdlet is here so that scripts meet \
            the error that they know. Permissions of files say there who may run a script.
            """,
        confirms: true,
        parameters: [
            Parameter(
                \.policy, named: "ExecutionPolicy", position: 0, mandatory: true, pipeline: .byPropertyName,
                validate: [.set(ExecutionPolicy.names + ["Default"], ignoreCase: true)],
                help: "Unrestricted, RemoteSigned, AllSigned, Restricted, Default, Bypass or Undefined."),
            Parameter(
                \.scope, position: 1, pipeline: .byPropertyName,
                validate: [.set(GetExecutionPolicy.scopes, ignoreCase: true)],
                help: "MachinePolicy, UserPolicy, Process, CurrentUser or LocalMachine."),
            Parameter(\.force, help: "Does not ask."),
        ],
        examples: [
            Example(
                "try { Set-ExecutionPolicy Bypass } catch { $_.Exception.Message }",
                "What Linux makes of it.", output: "Operation is not supported on this platform."),
            Example(
                "try { Set-ExecutionPolicy Bypass -Scope Process -Force } catch { Get-ExecutionPolicy }",
                "The policy stays as it is.", output: "Unrestricted"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        throw ValueError(
            "Operation is not supported on this platform.", id: "System.PlatformNotSupportedException",
            exception: "System.PlatformNotSupportedException", category: "NotSpecified")
    }
}
