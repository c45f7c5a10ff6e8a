import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Import-PowerShellDataFile: reads hashtables of constants from .psd1 files without running them (`DataFile`).
struct ImportPowerShellDataFile: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var skipLimitCheck: Switch = false

    /// The most keys without -SkipLimitCheck, as in PowerShell.
    private static let limit = 500

    static let declaration = CmdletDeclaration<Self>(
        "Import-PowerShellDataFile", synopsis: "Reads a hashtable of constants from a data file (.psd1).",
        description: """
            The file must hold one hashtable of constants, lists and further hashtables. Nothing in it is run: a \
            command or a variable other than $true, $false and $null is an error. More than 500 keys are refused \
            unless -SkipLimitCheck is given.
            """, defaultSet: "ByPath",
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, sets: ["ByPath"], completer: .paths,
                help: "The files to read; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["ByLiteralPath"], completer: .paths,
                help: "The files to read, their names taken as they are, without wildcards."),
            Parameter(\.skipLimitCheck, help: "Reads a file with more than 500 keys, too."),
        ],
        outputs: ["System.Collections.Hashtable"],
        examples: [
            Example(
                "$f = New-TemporaryFile; Set-Content $f '@{ Port = 80; Names = \"a\", \"b\" }'; (Import-PowerShellDataFile $f).Names[1]; Remove-Item $f",
                "Reads a setting.",
                output: "b"),
            Example(
                "$f = New-TemporaryFile; Set-Content $f '@{ A = 1; B = @{ C = 2 } }'; (Import-PowerShellDataFile -LiteralPath $f).Count; Remove-Item $f",
                "Counts a file's settings.",
                output: "2"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        var tooLarge: String?
        let literal = runtime.isBound(\Self.literalPath)
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
