import Interpreter

/// What the engine keeps of jobs and events. Made when it is first asked for: a shell starts without them.
extension Engine {
    /// The jobs that code of this engine started.
    public var jobs: JobTable { companion { JobTable() } }
    /// Its thread jobs, those that run and those that wait for their turn.
    public var threadJobs: ThreadJobQueue { companion { ThreadJobQueue() } }
    /// Who listens to events, and what has come.
    public var events: EventManager { companion { EventManager(self) } }
}
