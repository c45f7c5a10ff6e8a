import Interpreter

/// The engine's jobs and events, made when they are first asked for: a shell starts without them.
extension Engine {
    /// The jobs that code of this engine started, as Get-Job lists them.
    public var jobs: JobTable { companion { JobTable() } }
    /// The thread jobs of Start-ThreadJob, running and waiting.
    public var threadJobs: ThreadJobQueue { companion { ThreadJobQueue() } }
    /// The event subscribers, queued events and pending actions.
    public var events: EventManager { companion { EventManager(self) } }
}
