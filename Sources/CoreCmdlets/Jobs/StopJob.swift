import CmdletKit
import Concurrency
import Interpreter
import Values

/// Stop-Job.
struct StopJob: JobNaming {
    var search = JobSearch()
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Stop-Job", aliases: ["spjb"], synopsis: "Ends jobs that run.", defaultSet: JobSearch.sessionID, confirms: true,
        parameters: JobSearch.parameters(
            sets: [
                JobSearch.sessionID, JobSearch.instanceIDs, JobSearch.names, JobSearch.states, JobSearch.filters, JobSearch.jobs,
            ]) + [Parameter("PassThru", \.passThru, help: "Writes the jobs.")],
        outputs: ["System.Management.Automation.Job"],
        examples: [
            Example(
                "$j = Start-ThreadJob { Start-Sleep 60 }; Stop-Job $j; $j.State; Remove-Job $j", "A job that would go on.",
                output: "Stopped")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        for job in try search.find(runtime) {
            guard
                try runtime.shouldProcess(
                    target: "Remote Command: \(job.command), associated with a job that has an ID of \"\(job.id)\".",
                    action: "Stop-Job")
            else { continue }
            job.stop()
            try engine.wait { job.state.isFinished }
            if passThru.isOn { try runtime.write(.object(job)) }
        }
    }
}
