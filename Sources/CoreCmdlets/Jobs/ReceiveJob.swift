import CmdletKit
import Concurrency
import Interpreter
import Values

/// Receive-Job: writes the collected output of jobs, each record to its own stream.
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
        description: """
            Writes the output of the jobs and of their child jobs, and gives their errors, warnings and other \
            messages as if the code ran here. What was received is not received again, unless -Keep is given. Takes \
            jobs from the pipeline. With -Wait it writes until the jobs have ended. Results of Start-Job are copies \
            of objects, without methods; those of thread jobs are the objects themselves.
            """,
        defaultSet: JobSearch.jobs,
        parameters: JobSearch.parameters(
            sets: [JobSearch.sessionID, JobSearch.instanceIDs, JobSearch.names, JobSearch.jobs]) + [
                Parameter(
                    \.location, position: 1, sets: [JobSearch.jobs],
                    help: "Only from child jobs at these places, such as localhost."),
                Parameter(
                    \.computerName, aliases: ["Cn"], sets: [JobSearch.jobs],
                    help: "Only from child jobs on these machines."),
                Parameter(\.keep, help: "Leaves what was received, so that it can be received again."),
                Parameter(\.noRecurse, help: "Leaves out what child jobs have written."),
                Parameter(\.wait, help: "Waits until the jobs have ended, and writes meanwhile."),
                Parameter(\.autoRemoveJob, help: "With -Wait: removes the jobs afterwards."),
                Parameter(
                    \.writeEvents,
                    help: "With -Wait: writes a System.Management.Automation.JobStateEventArgs for each change of state as well."),
                Parameter(\.writeJobInResults, help: "With -Wait: writes the jobs themselves first."),
                Parameter(\.force, help: "With -Wait: accepted for scripts that give it."),
            ],
        outputs: ["System.Object"],
        examples: [
            Example("Start-ThreadJob { 6 * 7 } | Receive-Job -Wait -AutoRemoveJob", "The result of a job.", output: "42"),
            Example(
                """
                $job = Start-ThreadJob { 'text' } | Wait-Job
                Receive-Job $job -Keep
                Receive-Job $job
                Receive-Job $job
                Remove-Job $job
                """,
                "Twice, because it was kept the first time.", output: "text\ntext"),
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
        // Child jobs change before their parent.
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
