/// Ctrl-C, on its way to the prompt.
public struct PipelineStopped: Error {
    public init() {}
}
