import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Import-PowerShellDataFile.
struct ImportPowerShellDataFile: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var skipLimitCheck: Switch = false

    /// More keys than a file made by hand has.
    private static let limit = 500

    static let declaration = CmdletDeclaration<Self>(
        "Import-PowerShellDataFile", synopsis: "Reads a hashtable of constants from a .psd1 file.",
        description: "Nothing in the file is run.", defaultSet: "ByPath",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, sets: ["ByPath"], completer: .paths, help: "Files, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["ByLiteralPath"], completer: .paths, help: "Files, taken literally."),
            Parameter("SkipLimitCheck", \.skipLimitCheck, help: "Takes more than 500 keys."),
        ],
        outputs: ["System.Collections.Hashtable"],
        examples: [
            Example(
                "$f = \"/tmp/bulkhead-data-$PID\"; Set-Content $f '@{ A = 1 }'; (Import-PowerShellDataFile $f).A; Remove-Item $f",
                "A value by its key.", output: "1")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        var tooLarge: String?
        let literal = runtime.isBound("LiteralPath")
        try runtime.forEach(literal ? literalPath : path) { path in
            let files = (try? PathResolver(engine: engine, showsHidden: true).files(path, literal: literal)) ?? []
            guard !files.isEmpty, files.allSatisfy({ !$0.isFolder }) else {
                throw ValueError(
                    "Cannot find path '\(path)' because it does not exist.", id: "PathNotFound",
                    exception: "System.Management.Automation.ItemNotFoundException", category: "ObjectNotFound")
            }
            for file in files {
                let table = try read(file.path, engine)
                if skipLimitCheck.isOn || table.pairs.count <= Self.limit {
                    try runtime.write(.object(table))
                } else {
                    tooLarge = tooLarge ?? file.path
                }
            }
        }
        if let tooLarge {
            throw ValueError(
                "The data file '\(tooLarge)' has more than \(Self.limit) keys. Use -SkipLimitCheck to read it all the same.",
                id: "System.InvalidOperationException", exception: "System.InvalidOperationException", category: "InvalidOperation")
        }
    }

    private func read(_ path: String, _ engine: Engine) throws -> HashtableObject {
        let table: HashtableObject
        do { table = try DataFile.read(path, engine) } catch let error as ValueError {
            let first = try engine.fileSystem.readText(path).trimmingSpaces()
            guard error.errorID == "CouldNotParseAsPowerShellDataFile" else { throw error }
            throw ValueError(
                error.message,
                id: first.hasPrefix("@{") ? "System.InvalidOperationException" : "CouldNotParseAsPowerShellDataFileNoHashtableRoot",
                exception: "System.InvalidOperationException", category: "InvalidData")
        }
        return table
    }
}
