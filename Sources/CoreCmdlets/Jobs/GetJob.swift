import CmdletKit
import Concurrency
import Interpreter
import Values

/// Get-Job.
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
        defaultSet: JobSearch.sessionID,
        parameters: JobSearch.parameters(
            needsID: false, sets: Set(listing + [JobSearch.filters])) + [
                Parameter("IncludeChildJob", \.includeChildJob, sets: listing, help: "The child jobs as well."),
                Parameter("ChildJobState", \.childJobState, sets: listing, help: "Those child jobs that are of this state."),
                Parameter("HasMoreData", \.hasMoreData, sets: listing, help: "Jobs that have something to receive, or nothing."),
                Parameter("Before", \.before, sets: listing, help: "Jobs that ended before a time."),
                Parameter("After", \.after, sets: listing, help: "Jobs that ended after a time."),
                Parameter("Newest", \.newest, sets: listing, help: "So many of those that ended last."),
            ],
        outputs: ["System.Management.Automation.Job"],
        examples: [
            Example(
                "$j = Start-ThreadJob { 1 } -Name One; $null = Wait-Job $j; (Get-Job -Name One).State; Remove-Job $j",
                "A job by its name.", output: "Completed")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let table = try runtime.service(Engine.self).jobs
        var jobs = try search.find(runtime, fallback: table.jobs)
        if runtime.isBound("HasMoreData") { jobs = jobs.filter { $0.hasMoreData == hasMoreData } }
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
