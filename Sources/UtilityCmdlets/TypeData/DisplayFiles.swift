import Interpreter

/// The files of a module's manifest, loaded as Update-TypeData and Update-FormatData load them.
struct DisplayFiles: DisplayFileLoader {
    func loadTypes(_ path: String, into engine: Engine) throws { try TypesFile.load(path, into: engine, nil) }
    func loadViews(_ path: String, into engine: Engine) throws {
        try UpdateFormatData.load(path, isFirst: true, into: engine, nil)
    }
}
