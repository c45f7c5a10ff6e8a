import CmdletKit
import Concurrency
import Interpreter
import Values

/// Stop-Job: stops jobs and waits until they have ended.
struct StopJob: Cmdlet {
    private var search = JobSearch()
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Stop-Job", aliases: ["spjb"], synopsis: "Stops jobs that run.",
        description: """
            Waits until the jobs have stopped. A job in a process of its own is asked first, and its process is \
            killed where it does not heed. What the job had written by then can be received. Takes jobs from the \
            pipeline and writes nothing unless -PassThru is given.
            """,
        defaultSet: JobSearch.sessionID, confirms: true,
        parameters: .of(
            .group(\.search, JobSearch.parameters(sets: JobSearch.withoutCommands)),
            [
                Parameter(\.passThru, help: "Writes the jobs.")
            ]),
        outputs: ["System.Management.Automation.Job"],
        examples: [
            Example(
                "$job = Start-ThreadJob { Start-Sleep 60 }; Stop-Job $job; $job.State; Remove-Job $job",
                "A job that would run for a minute.", output: "Stopped"),
            Example(
                "(Start-ThreadJob { Start-Sleep 60 } -Name Long | Stop-Job -PassThru).Name; Remove-Job -Name Long",
                "From the pipeline.", output: "Long"),
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
