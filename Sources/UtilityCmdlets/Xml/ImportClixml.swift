import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Import-Clixml: reads objects from files with `ClixmlReader`.
struct ImportClixml: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var includeTotalCount: Switch = false
    private var skip: Int64 = 0
    private var first: Int64 = .max

    static let declaration = CmdletDeclaration<Self>(
        "Import-Clixml", synopsis: "Makes the objects again that Export-Clixml wrote.",
        description: """
            Numbers, texts, dates, lists and hashtables come back as what they were; other objects as copies of their \
            properties without their methods, whose type names begin with Deserialized. Nothing in the file is run.
            """, defaultSet: "ByPath",
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["ByPath"],
                completer: .paths,
                help: "The files to read; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["ByLiteralPath"],
                completer: .paths, help: "The files to read, their names taken as they are, without wildcards."),
            Parameter(\.includeTotalCount, help: "Writes first how many objects the file holds."),
            Parameter(\.skip, help: "How many objects to leave out at the start."),
            Parameter(\.first, help: "How many objects to write at most."),
        ],
        outputs: ["System.Management.Automation.PSObject"],
        examples: [
            Example(
                "$f = New-TemporaryFile; 1, 'x', (Get-Date) | Export-Clixml $f; (Import-Clixml $f | ForEach-Object GetType).Name -join ' '; Remove-Item $f",
                "Reads objects back.",
                output: "Int32 String DateTime"),
            Example(
                "$f = New-TemporaryFile; 'a', 'b', 'c' | Export-Clixml $f; Import-Clixml $f -Skip 1 -First 1; Remove-Item $f",
                "Reads the second of three objects.",
                output: "b"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let isLiteral = runtime.isBound(\Self.literalPath)
        try runtime.forEach(isLiteral ? literalPath : path) { path in
            for file in try PathResolver(engine: engine, showsHidden: true).files(path, literal: isLiteral) {
                var reader = ClixmlReader()
                let objects = try reader.objects(of: TextEncoding.decode(try engine.fileSystem.readBytes(file.path), nil))
                if includeTotalCount.isOn { try runtime.write(Value.integer(objects.count)) }
                try runtime.writeAll(objects.dropFirst(Int(clamping: skip)).prefix(Int(clamping: first)))
            }
        }
    }
}
