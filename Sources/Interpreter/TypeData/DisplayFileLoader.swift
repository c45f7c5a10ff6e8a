/// Loads the files that TypesToProcess and FormatsToProcess of a manifest name. A service, because views belong to formatting,
/// which this target does not know.
public protocol DisplayFileLoader {
    /// Loads the type data of a types.ps1xml file into an engine.
    /// - Throws: `ValueError` where the file cannot be read or is none.
    func loadTypes(_ path: String, into engine: Engine) throws
    /// Loads the views of a format.ps1xml file into an engine.
    /// - Throws: `ValueError` where the file cannot be read or is none.
    func loadViews(_ path: String, into engine: Engine) throws
}
