import CmdletKit
import Concurrency
import Interpreter
import Values

/// Receive-Job.
struct ReceiveJob: JobNaming {
    var search = JobSearch()
    private var location: [String] = []
    private var computerName: [String] = []
    private var keep: Switch = false
    private var noRecurse: Switch = false
    private var wait: Switch = false
    private var autoRemoveJob: Switch = false
    private var writeEvents: Switch = false
    private var writeJobInResults: Switch = false
    private var force: Switch = false
    private var targets: [Job] = []

    static let declaration = CmdletDeclaration<Self>(
        "Receive-Job", aliases: ["rcjb"], synopsis: "Gets what jobs have written so far.",
        description: "What was received is not received again, unless -Keep is given.", defaultSet: JobSearch.jobs,
        parameters: JobSearch.parameters(
            sets: [JobSearch.sessionID, JobSearch.instanceIDs, JobSearch.names, JobSearch.jobs]) + [
                Parameter(
                    "Location", \.location, position: 1, sets: [JobSearch.jobs], help: "Of child jobs at these places only."),
                Parameter(
                    "ComputerName", \.computerName, aliases: ["Cn"], sets: [JobSearch.jobs],
                    help: "Of child jobs on these machines only."),
                Parameter("Keep", \.keep, help: "It can be received again."),
                Parameter("NoRecurse", \.noRecurse, help: "Without what child jobs have written."),
                Parameter("Wait", \.wait, help: "Waits until the jobs have ended, and writes meanwhile."),
                Parameter("AutoRemoveJob", \.autoRemoveJob, help: "With -Wait: forgets the jobs then."),
                Parameter("WriteEvents", \.writeEvents, help: "With -Wait: writes the changes of the jobs' states as well."),
                Parameter("WriteJobInResults", \.writeJobInResults, help: "With -Wait: writes the jobs first."),
                Parameter("Force", \.force, help: "With -Wait: goes on where jobs are suspended or disconnected."),
            ],
        examples: [
            Example(
                "Start-ThreadJob { 6 * 7 } | Receive-Job -Wait -AutoRemoveJob", "The result of a job.", output: "42")
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        if keep.isOn, autoRemoveJob.isOn {
            throw Self.invalid(
                "The AutoRemoveJob parameter cannot be used with the Keep parameter.", "AutoRemoveCannotBeUsedWithKeep")
        }
        for (name, given) in [
            ("WriteEvents", writeEvents), ("AutoRemoveJob", autoRemoveJob), ("Force", force),
            ("WriteJobInResults", writeJobInResults),
        ] where given.isOn && !wait.isOn {
            throw Self.invalid("The -\(name) parameter cannot be used without the -Wait parameter", "InvalidOperation")
        }
    }

    private static func invalid(_ message: String, _ id: String) -> ValueError {
        ValueError(message, id: "InvalidOperation", exception: "System.InvalidOperationException", category: "InvalidOperation")
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        for job in try search.find(runtime) {
            if wait.isOn {
                if !targets.contains(where: { $0 === job }) { targets.append(job) }
                continue
            }
            try receive(job, runtime)
        }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        guard wait.isOn, !targets.isEmpty else { return }
        let engine = try runtime.service(Engine.self)
        if writeJobInResults.isOn { try runtime.writeAll(targets.map { .object($0) }) }
        let everything = targets.flatMap { [$0] + $0.children }
        var known = Dictionary(uniqueKeysWithValues: everything.map { (ObjectIdentifier($0), $0.state) })
        if writeEvents.isOn {
            for job in everything where job.state.isFinished { known[ObjectIdentifier(job)] = .running }
        }
        while true {
            let isOver = targets.allSatisfy { $0.state.isFinished }
            for job in targets { try receive(job, runtime) }
            if writeEvents.isOn { try reportChanges(everything, &known, runtime) }
            if isOver { break }
            try engine.pause()
        }
        if autoRemoveJob.isOn { for job in targets { engine.jobs.remove(job) } }
    }

    private func reportChanges(_ jobs: [Job], _ known: inout [ObjectIdentifier: JobState], _ runtime: any CmdletRuntime) throws {
        // Children change before the job that they are of.
        for job in jobs.reversed() where job.state.isFinished {
            guard let before = known[ObjectIdentifier(job)], before != job.state else { continue }
            known[ObjectIdentifier(job)] = job.state
            try runtime.write(
                .object(JobStateChange(now: JobStateInfo(job.state, reason: job.reason), before: JobStateInfo(before))))
        }
    }

    private func receive(_ job: Job, _ runtime: any CmdletRuntime) throws {
        if !noRecurse.isOn {
            for child in job.children where wants(child) { try receive(child, runtime) }
        }
        for (kind, value) in job.receive(keep: keep.isOn) {
            try runtime.checkStop()
            try runtime.replay(kind, value)
        }
        guard job.state == .failed, let reason = job.takeReason(keep: keep.isOn) else { return }
        let record = ErrorRecord(
            exception: reason.exception, id: job.kind.reportsOwnError ? reason.errorID : "JobStateFailed",
            category: job.kind.reportsOwnError ? reason.category : "InvalidResult", target: .null)
        record.position = reason.position
        record.stackTrace = reason.stackTrace
        try runtime.writeError(record)
    }

    private func wants(_ job: Job) -> Bool {
        let places = location + computerName
        return places.isEmpty || places.contains { $0.equalsIgnoringCase(job.location) }
    }
}
