import Values

/// The jobs of one engine, as Get-Job lists them; child jobs are found through their parents.
public final class JobTable {
    public private(set) var jobs: [Job] = []

    public func add(_ job: Job) { jobs.append(job) }
    public func remove(_ job: Job) { jobs.removeAll { $0 === job } }
    public func contains(_ job: Job) -> Bool { jobs.contains { $0 === job } }

    /// The jobs and their children.
    public var all: [Job] { jobs.flatMap { [$0] + $0.children } }
}
