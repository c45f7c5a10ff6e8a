import CmdletKit
import Concurrency
import Interpreter
import Values

/// Remove-Job: removes jobs from the session's table.
struct RemoveJob: Cmdlet {
    private var search = JobSearch()
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Job", aliases: ["rjb"], synopsis: "Forgets jobs and what they have written.",
        description: """
            Takes jobs from the pipeline and writes nothing. A job that still runs is an error unless -Force is \
            given: then it is stopped first. A child job goes with its parent only.
            """,
        defaultSet: JobSearch.sessionID, confirms: true,
        parameters: .of(
            .group(
                \.search,
                JobSearch.parameters(sets: JobSearch.withoutCommands.union([JobSearch.commands]))),
            [
                Parameter(
                    \.force, aliases: ["F"],
                    sets: [JobSearch.sessionID, JobSearch.instanceIDs, JobSearch.names, JobSearch.filters, JobSearch.jobs],
                    help: "Stops jobs that still run first.")
            ]),
        examples: [
            Example(
                "Start-ThreadJob { 1 } -Name One | Wait-Job | Remove-Job; @(Get-Job | Where-Object Name -EQ One).Count",
                "A job that has ended.", output: "0"),
            Example(
                "$job = Start-ThreadJob { Start-Sleep 60 }; Remove-Job $job -Force; $job.State",
                "A job that still runs.", output: "Stopped"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        for job in try search.find(runtime) {
            guard
                try runtime.shouldProcess(
                    target: "Remote Command: \(job.command), associated with a job that has an ID of \"\(job.id)\".",
                    action: "Remove-Job")
            else { continue }
            guard engine.jobs.contains(job) else {
                try runtime.writeError(
                    ErrorRecord(
                        "The command cannot remove the job because it does not exist or because it is a child job. Child jobs can be removed only by removing the parent job.",
                        id: "CannotRemoveJob", category: "InvalidOperation", exception: "System.ArgumentException",
                        target: .object(job)))
                continue
            }
            if !job.state.isFinished {
                guard force.isOn else {
                    try runtime.writeError(notFinished(job))
                    continue
                }
                job.stop()
                try engine.wait { job.state.isFinished }
            }
            engine.jobs.remove(job)
        }
    }

    private func notFinished(_ job: Job) -> ErrorRecord {
        ErrorRecord(
            "The command cannot remove the job with the job ID \(job.id) because the job is not finished. To remove the job, first stop the job, or use the Force parameter.",
            id: "JobObjectNotFinishedCannotBeRemoved", category: "InvalidOperation",
            exception: "System.Management.Automation.PSArgumentException", target: .object(job))
    }
}
