import Values

/// The jobs of one engine, as Get-Job lists them. Child jobs are not listed; they are found through their parents.
public final class JobTable {
    /// The jobs, in the order in which they were added.
    public private(set) var jobs: [Job] = []

    /// Adds a job.
    public func add(_ job: Job) { jobs.append(job) }
    /// Removes a job (Remove-Job).
    public func remove(_ job: Job) { jobs.removeAll { $0 === job } }
    /// Whether a job is listed.
    public func contains(_ job: Job) -> Bool { jobs.contains { $0 === job } }

    /// The jobs and their child jobs, each child behind its parent.
    public var all: [Job] { jobs.flatMap { [$0] + $0.children } }
}
