/// Loads the files that TypesToProcess and FormatsToProcess of a manifest name: what they say is formatting's, which the engine does not know.
public protocol DisplayFileLoader {
    /// - Throws: for a file that cannot be read or is no such file.
    func loadTypes(_ path: String, into engine: Engine) throws
    func loadViews(_ path: String, into engine: Engine) throws
}
