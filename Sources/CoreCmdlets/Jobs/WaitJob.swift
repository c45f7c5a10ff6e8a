import CmdletKit
import Concurrency
import Interpreter
import Values

/// Wait-Job.
struct WaitJob: JobNaming {
    var search = JobSearch()
    private var any: Switch = false
    private var timeout = -1
    private var force: Switch = false
    private var targets: [Job] = []

    static let declaration = CmdletDeclaration<Self>(
        "Wait-Job", aliases: ["wjb"], synopsis: "Waits until jobs have ended.", defaultSet: JobSearch.sessionID,
        parameters: JobSearch.parameters(
            sets: [
                JobSearch.sessionID, JobSearch.instanceIDs, JobSearch.names, JobSearch.states, JobSearch.filters, JobSearch.jobs,
            ]) + [
                Parameter("Any", \.any, help: "Waits for one of them only."),
                Parameter(
                    "Timeout", \.timeout, aliases: ["TimeoutSec"], validate: [.range(min: -1, max: 2_147_483_647)], default: "-1",
                    help: "How many seconds at most; nothing is written when they are over."),
                Parameter("Force", \.force, help: "Goes on waiting for jobs that are suspended or disconnected."),
            ],
        outputs: ["System.Management.Automation.Job"],
        examples: [
            Example(
                "$j = Start-ThreadJob { Start-Sleep -Milliseconds 20 }; (Wait-Job $j).State; Remove-Job $j", "A short one.",
                output: "Completed")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        for job in try search.find(runtime) where !targets.contains(where: { $0 === job }) { targets.append(job) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let targets = targets
        guard !targets.isEmpty else { return }
        let isAny = any.isOn
        let isOver = { isAny ? targets.contains { $0.state.isFinished } : targets.allSatisfy { $0.state.isFinished } }
        guard try engine.wait(seconds: timeout < 0 ? nil : Double(timeout), until: isOver) else { return }
        let ended = targets.filter { $0.state.isFinished }
        try runtime.writeAll((isAny ? Array(ended.prefix(1)) : ended).map { .object($0) })
    }
}
