extension Engine {
    /// Asks the user for a line.
    /// - Returns: nil at the end of input and where no user can answer.
    /// - Throws: `PipelineStopped` where the user pressed Ctrl-C.
    public func readLine(prompt: String, hidesInput: Bool = false) throws -> String? {
        host.flush()
        let line = blocking { host.readLine(prompt: prompt, hidesInput: hidesInput) }
        if line == nil { try checkStop() }
        return line
    }
}
