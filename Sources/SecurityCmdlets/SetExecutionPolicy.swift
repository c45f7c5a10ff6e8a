import CmdletKit
import Values

/// Set-ExecutionPolicy: of no use on Linux, and says so.
struct SetExecutionPolicy: Cmdlet {
    private var policy = ""
    private var scope: String?
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-ExecutionPolicy", synopsis: "Restricts which scripts may run on Windows; on Linux it is an error.", confirms: true,
        parameters: [
            Parameter(
                "ExecutionPolicy", \.policy, position: 0, mandatory: true, pipeline: .byPropertyName,
                validate: [.set(ExecutionPolicy.names + ["Default"], ignoreCase: true)], help: "The policy."),
            Parameter(
                "Scope", \.scope, position: 1, pipeline: .byPropertyName,
                validate: [.set(GetExecutionPolicy.scopes, ignoreCase: true)], help: "Whose policy."),
            Parameter("Force", \.force, help: "Does not ask."),
        ],
        examples: [
            Example(
                "try { Set-ExecutionPolicy Bypass } catch { $_.Exception.Message }", "What Linux makes of it.",
                output: "Operation is not supported on this platform.")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        throw ValueError(
            "Operation is not supported on this platform.", id: "System.PlatformNotSupportedException",
            exception: "System.PlatformNotSupportedException", category: "NotSpecified")
    }
}
