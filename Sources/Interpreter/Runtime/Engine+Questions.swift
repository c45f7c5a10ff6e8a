extension Engine {
    /// Asks the user for a line; nil where nobody can answer.
    /// - Throws: `PipelineStopped` where Ctrl-C was the answer.
    public func readLine(prompt: String, hidesInput: Bool = false) throws -> String? {
        host.flush()
        let line = blocking { host.readLine(prompt: prompt, hidesInput: hidesInput) }
        if line == nil { try checkStop() }
        return line
    }
}
