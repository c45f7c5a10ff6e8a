import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Wait-Process: waits for processes to end, also for those that are not children of the shell.
struct WaitProcess: Cmdlet {
    private var id: [Int] = []
    private var name: [String] = []
    private var inputObject: [Value] = []
    private var timeout: Int?
    private var any: Switch = false
    private var passThru: Switch = false
    private var targets: [ProcessObject] = []

    static let declaration = CmdletDeclaration<Self>(
        "Wait-Process", synopsis: "Waits for processes to end.",
        description: """
            Waits for all processes that are named, or for one of them with -Any. Takes process objects from the \
            pipeline, any processes of the machine and not only those that this shell started. Writes nothing unless \
            -PassThru is given. A timeout is an error for each process that still runs.
            """,
        defaultSet: "Name",
        parameters: [
            Parameter(
                \.id, aliases: ["PID", "ProcessId"], mandatory: true, pipeline: .byPropertyName, sets: ["Id"],
                help: "Process numbers."),
            Parameter(
                \.name, aliases: ["ProcessName"], position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["Name"],
                completer: .named("process"), help: "Names of processes; wildcards are allowed."),
            Parameter(
                \.inputObject, mandatory: true, pipeline: .byValue, sets: ["InputObject"], help: "Process objects."),
            Parameter(
                \.timeout, aliases: ["TimeoutSec"], position: 1, validate: [.range(min: 0, max: 32767)],
                help: "Seconds to wait at most, 0 to 32767; without it, for ever."),
            Parameter(\.any, help: "Waits until one of the processes has ended."),
            Parameter(\.passThru, help: "Writes the processes."),
        ],
        outputs: ["System.Diagnostics.Process"],
        examples: [
            Example(
                """
                $sleep = Start-Process sleep 0.2 -PassThru
                Wait-Process -Id $sleep.Id -ErrorAction Ignore
                $sleep.HasExited
                """,
                "A process by its number.", output: "True"),
            Example(
                "(Start-Process sleep 0.2 -PassThru | Wait-Process -PassThru -Timeout 30).HasExited",
                "A process from the pipeline.", output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) {
            targets += inputObject.compactMap { $0.asObject(ProcessObject.self) }
            return
        }
        let source = try runtime.service((any ProcessSource).self)
        let all = try source.lookUp()
        for wanted in id {
            guard let found = all.first(where: { Int($0.id) == wanted }) else {
                try runtime.writeError(
                    GetProcess.notFound("process identifier \(wanted)", "NoProcessFoundForGivenId", .integer(wanted)))
                continue
            }
            targets.append(ProcessObject(found, style: source.style))
        }
        for pattern in name {
            let found = all.filter { Wildcard(pattern).matches($0.name) }
            targets += found.map { ProcessObject($0, style: source.style) }
            if found.isEmpty, !Wildcard.isPattern(pattern) {
                try runtime.writeError(GetProcess.notFound("name \"\(pattern)\"", "NoProcessFoundForGivenName", .string(pattern)))
            }
        }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        if targets.contains(where: { $0.process.id == getpid() }) {
            throw ValueError(
                "The shell cannot wait for itself.", id: "WaitOnItself", exception: "System.InvalidOperationException",
                category: "InvalidOperation")
        }
        let end = timeout.map { monotonicSeconds() + Double($0) }
        if any.isOn {
            while !targets.isEmpty, !targets.contains(where: \.hasExited) {
                try runtime.checkStop()
                if let end, monotonicSeconds() >= end { break }
                _ = try targets[0].waitEnd(seconds: 0.05) { try runtime.checkStop() }
            }
        } else {
            for target in targets {
                _ = try target.waitEnd(seconds: end.map { max(0, $0 - monotonicSeconds()) }) { try runtime.checkStop() }
            }
        }
        if timeout != nil, any.isOn ? !targets.contains(where: \.hasExited) : true {
            for target in targets where !target.hasExited {
                try runtime.writeError(
                    ErrorRecord(
                        "This command stopped operation because process \"\(target.process.name) (\(target.process.id))\" is not stopped in the specified time-out.",
                        id: "ProcessNotTerminated", category: "OperationTimeout", exception: "System.TimeoutException",
                        target: .object(target)))
            }
        }
        if passThru.isOn { try runtime.writeAll(targets.map { .object($0) }) }
    }
}
