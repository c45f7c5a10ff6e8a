import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Wait-Process.
struct WaitProcess: Cmdlet {
    private var id: [Int] = []
    private var name: [String] = []
    private var inputObject: [Value] = []
    private var timeout: Int?
    private var any: Switch = false
    private var passThru: Switch = false
    private var targets: [ProcessObject] = []

    static let declaration = CmdletDeclaration<Self>(
        "Wait-Process", synopsis: "Waits for processes to end.", defaultSet: "Name",
        parameters: [
            Parameter(
                "Id", \.id, aliases: ["PID", "ProcessId"], mandatory: true, pipeline: .byPropertyName, sets: ["Id"],
                help: "Process numbers."),
            Parameter(
                "Name", \.name, aliases: ["ProcessName"], position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["Name"],
                completer: .named("process"), help: "Names, with wildcards."),
            Parameter(
                "InputObject", \.inputObject, mandatory: true, pipeline: .byValue, sets: ["InputObject"], help: "Process objects."),
            Parameter(
                "Timeout", \.timeout, aliases: ["TimeoutSec"], position: 1, validate: [.range(min: 0, max: 32767)],
                help: "How many seconds at most; that some still run is then an error."),
            Parameter("Any", \.any, help: "Waits for one of them only."),
            Parameter("PassThru", \.passThru, help: "Writes the processes."),
        ],
        outputs: ["System.Diagnostics.Process"],
        examples: [
            Example("$p = Start-Process true -PassThru; Wait-Process -InputObject $p; $p.HasExited", "A short one.", output: "True")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("InputObject") {
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
