extension Engine {
    /// Runs something of the host's own: `$?` and `$LASTEXITCODE` are afterwards what they were.
    public func quietly<T>(_ body: () throws -> T) rethrows -> T {
        let before = (succeeded, global.own("LASTEXITCODE"))
        defer {
            succeeded = before.0
            if let code = before.1 { global.assign("LASTEXITCODE", code) }
        }
        return try body()
    }
}
