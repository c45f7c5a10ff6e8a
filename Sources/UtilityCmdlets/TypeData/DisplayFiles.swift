import Interpreter

/// Loads the type and format files that a module's manifest names, as Update-TypeData and Update-FormatData do.
struct DisplayFiles: DisplayFileLoader {
    func loadTypes(_ path: String, into engine: Engine) throws { try TypesFile.load(path, into: engine, nil) }
    func loadViews(_ path: String, into engine: Engine) throws {
        try UpdateFormatData.load(path, isFirst: true, into: engine, nil)
    }
}
