import CmdletKit
import Concurrency
import Interpreter
import Values

/// Wait-Job: waits until jobs have ended.
struct WaitJob: Cmdlet {
    private var search = JobSearch()
    private var any: Switch = false
    private var timeout = -1
    private var force: Switch = false
    private var targets: [Job] = []

    static let declaration = CmdletDeclaration<Self>(
        "Wait-Job", aliases: ["wjb"], synopsis: "Waits for jobs to end, and writes them.",
        description: """
            A job ends by completing, failing or being stopped. Waits for all jobs that are named, or for one of \
            them with -Any. Takes jobs from the pipeline and writes those that have ended; when a timeout passes \
            first, it writes nothing, and that is no error. Ctrl-C ends the wait and not the jobs.
            """,
        defaultSet: JobSearch.sessionID,
        parameters: .of(
            .group(\.search, JobSearch.parameters(sets: JobSearch.withoutCommands)),
            [
                Parameter(\.any, help: "Waits until one of the jobs has ended."),
                Parameter(
                    \.timeout, aliases: ["TimeoutSec"], validate: [.range(min: -1, max: 2_147_483_647)], default: "-1",
                    help: "Seconds to wait at most; -1, the default, is for ever."),
                Parameter(
                    \.force, help: "Accepted for scripts that give it: jobs are never suspended or disconnected here."),
            ]),
        outputs: ["System.Management.Automation.Job"],
        examples: [
            Example("(Start-ThreadJob { 1 } | Wait-Job).State", "A job from the pipeline.", output: "Completed"),
            Example(
                "$long = Start-ThreadJob { Start-Sleep 60 }; @(Wait-Job $long -Timeout 1).Count; Remove-Job $long -Force",
                "Not for longer than a second.", output: "0"),
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
