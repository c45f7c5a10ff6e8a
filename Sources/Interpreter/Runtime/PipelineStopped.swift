/// Ctrl-C or Stop-Job, unwinding to the prompt or the job.
public struct PipelineStopped: Error {
    /// Makes the request.
    public init() {}
}
