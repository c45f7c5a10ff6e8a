import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Import-Clixml.
struct ImportClixml: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var includeTotalCount: Switch = false
    private var skip: Int64 = 0
    private var first: Int64 = .max

    static let declaration = CmdletDeclaration<Self>(
        "Import-Clixml", synopsis: "Makes the objects again that Export-Clixml wrote.", defaultSet: "ByPath",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["ByPath"],
                completer: .paths,
                help: "Files, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["ByLiteralPath"],
                completer: .paths, help: "Files, taken literally."),
            Parameter("IncludeTotalCount", \.includeTotalCount, help: "Writes how many there are first."),
            Parameter("Skip", \.skip, help: "How many to leave out."),
            Parameter("First", \.first, help: "At most so many."),
        ],
        examples: [
            Example(
                "$f = \"/tmp/bulkhead-clixml-$PID\"; 1, 'x' | Export-Clixml $f; (Import-Clixml $f)[1]; Remove-Item $f",
                "There and back.", output: "x")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let isLiteral = runtime.isBound("LiteralPath")
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
