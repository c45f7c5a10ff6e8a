import CmdletKit
import Concurrency
import Interpreter
import Values

/// Get-Job: writes the session's jobs, selected by `JobSearch`.
struct GetJob: JobNaming {
    var search = JobSearch()
    private var includeChildJob: Switch = false
    private var childJobState: JobState?
    private var hasMoreData = false
    private var before: DateTime?
    private var after: DateTime?
    private var newest: Int?

    private static let listing = [
        JobSearch.sessionID, JobSearch.instanceIDs, JobSearch.names, JobSearch.states, JobSearch.commands,
    ]

    static let declaration = CmdletDeclaration<Self>(
        "Get-Job", aliases: ["gjb"], synopsis: "Gets jobs that were started in this session.",
        description: """
            A job is code that runs beside the session: in a process of its own (Start-Job), on a thread \
            (Start-ThreadJob), or several at a time (ForEach-Object -Parallel -AsJob). Without arguments it gets all \
            jobs of the session; conditions on state, time and data narrow the list. Takes names, numbers and the \
            like by property name from the pipeline and writes the job objects, sorted by number. A name or number \
            that there is not is an error.
            """,
        defaultSet: JobSearch.sessionID,
        parameters: JobSearch.parameters(
            needsID: false, sets: Set(listing + [JobSearch.filters])) + [
                Parameter(\.includeChildJob, sets: listing, help: "Gets child jobs as well."),
                Parameter(\.childJobState, sets: listing, help: "Gets the child jobs of this state as well."),
                Parameter(
                    \.hasMoreData, sets: listing,
                    help: "$true: only jobs with something to receive; $false: only jobs without."),
                Parameter(\.before, sets: listing, help: "Only jobs that ended before this moment."),
                Parameter(\.after, sets: listing, help: "Only jobs that ended after this moment."),
                Parameter(\.newest, sets: listing, help: "Only so many jobs, those that ended last."),
            ],
        outputs: ["System.Management.Automation.Job"],
        examples: [
            Example(
                "$job = Start-ThreadJob { 1 } -Name One | Wait-Job; (Get-Job -Name One).State; Remove-Job $job",
                "A job by its name.", output: "Completed"),
            Example(
                """
                $job = Start-ThreadJob { 1 } | Wait-Job
                @(Get-Job -State Completed -HasMoreData $true).Count -ge 1
                Remove-Job $job
                """,
                "Jobs that are done and have results.", output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let table = try runtime.service(Engine.self).jobs
        var jobs = try search.find(runtime, fallback: table.jobs)
        if runtime.isBound(\Self.hasMoreData) { jobs = jobs.filter { $0.hasMoreData == hasMoreData } }
        if let before { jobs = jobs.filter { $0.end.map { $0.ticks < before.ticks } ?? false } }
        if let after { jobs = jobs.filter { $0.end.map { $0.ticks > after.ticks } ?? false } }
        if let newest { jobs = Array(jobs.sorted { ($0.end?.ticks ?? 0) > ($1.end?.ticks ?? 0) }.prefix(max(0, newest))) }
        jobs.sort { $0.id < $1.id }
        for job in jobs {
            if try runtime.write(.object(job)) == .enough { return }
            guard includeChildJob.isOn || childJobState != nil else { continue }
            for child in job.children where childJobState == nil || child.state == childJobState {
                try runtime.write(.object(child))
            }
        }
    }
}
