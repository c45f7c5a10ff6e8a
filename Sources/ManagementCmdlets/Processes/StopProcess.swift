import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Stop-Process: ends processes by the session's `ProcessSource`.
struct StopProcess: Cmdlet {
    private var id: [Int] = []
    private var name: [String] = []
    private var inputObject: [Value] = []
    private var force: Switch = false
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Stop-Process", aliases: ["spps"], synopsis: "Ends processes.",
        description: """
            Asks a process to end with SIGTERM; -Force ends it at once with SIGKILL. Takes process objects from the \
            pipeline and writes nothing unless -PassThru is given. It does not wait for the end: Wait-Process does. \
            Processes of other users need root. Ending the csrss or vmwp process of a container ends the container.
            """,
        defaultSet: "Id", confirms: true,
        parameters: [
            Parameter(
                \.id, position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["Id"],
                completer: .named("processId"), help: "Process numbers."),
            Parameter(
                \.name, aliases: ["ProcessName"], mandatory: true, pipeline: .byPropertyName, sets: ["Name"],
                help: "Names of processes; wildcards are allowed."),
            Parameter(
                \.inputObject, position: 0, mandatory: true, pipeline: .byValue, sets: ["InputObject"],
                help: "Process objects."),
            Parameter(\.force, help: "Ends the processes at once (SIGKILL), without a chance to clean up."),
            Parameter(\.passThru, help: "Writes the processes that were ended."),
        ],
        outputs: ["System.Diagnostics.Process"],
        examples: [
            Example(
                """
                $sleep = Start-Process sleep 60 -PassThru
                Stop-Process $sleep.Id
                $sleep.WaitForExit()
                $sleep.HasExited
                """,
                "A process by its number.", output: "True"),
            Example(
                "(Start-Process sleep 60 -PassThru | Stop-Process -Force -PassThru).ProcessName",
                "A process from the pipeline, at once.", output: "sleep"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let source = try runtime.service((any ProcessSource).self)
        var targets: [ProcessSnapshot] = inputObject.compactMap { $0.asObject(ProcessObject.self)?.process }
        let all = targets.isEmpty ? try source.lookUp() : []
        for wanted in id {
            let found = all.filter { Int($0.id) == wanted }
            targets += found
            if found.isEmpty {
                try runtime.writeError(
                    GetProcess.notFound("process identifier \(wanted)", "NoProcessFoundForGivenId", .integer(wanted)))
            }
        }
        for pattern in name {
            let found = all.filter { Wildcard(pattern).matches($0.name) }
            targets += found
            if found.isEmpty, !Wildcard.isPattern(pattern) {
                try runtime.writeError(GetProcess.notFound("name \"\(pattern)\"", "NoProcessFoundForGivenName", .string(pattern)))
            }
        }
        for target in targets where try runtime.shouldProcess(target: "\(target.name) (\(target.id))", action: "Stop-Process") {
            // An object whose process has ended already needs nothing; its PID may be another process's by now.
            if inputObject.contains(where: {
                $0.asObject(ProcessObject.self).map { $0.process.id == target.id && $0.hasExited } ?? false
            }) {
                continue
            }
            do { try source.stop(target.id, force: force.isOn) } catch {
                try runtime.writeError(.wrapping(error))
                continue
            }
            if passThru.isOn { try runtime.write(.object(ProcessObject(target, style: source.style))) }
        }
    }
}
