extension Engine {
    /// Runs code of the host (the prompt function, a completer) and restores `$?` and `$LASTEXITCODE` afterwards.
    /// - Throws: what the closure throws.
    public func quietly<T>(_ body: () throws -> T) rethrows -> T {
        let before = (succeeded, global.own("LASTEXITCODE"))
        defer {
            succeeded = before.0
            if let code = before.1 { global.assign("LASTEXITCODE", code) }
        }
        return try body()
    }
}
