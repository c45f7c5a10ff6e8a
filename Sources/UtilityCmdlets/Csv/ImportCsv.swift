import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Import-Csv.
struct ImportCsv: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var delimiter: String?
    private var useCulture: Switch = false
    private var header: [String] = []
    private var encoding: TextEncoding?

    static let declaration = CmdletDeclaration<Self>(
        "Import-Csv", aliases: ["ipcsv"], synopsis: "Makes objects of the lines of a file of comma-separated values.",
        defaultSet: "DelimiterPath",
        parameters: [
            Parameter(
                "Delimiter", \.delimiter, position: 1, sets: ["DelimiterPath", "DelimiterLiteralPath"], default: ",",
                help: "What stands between the fields."),
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                sets: ["DelimiterPath", "CulturePath"],
                completer: .paths, help: "Files, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["DelimiterLiteralPath", "CultureLiteralPath"], completer: .paths, help: "Files, taken literally."),
            Parameter(
                "UseCulture", \.useCulture, mandatory: true, sets: ["CulturePath", "CultureLiteralPath"],
                help: "The list separator of the culture, which is a comma."),
            Parameter("Header", \.header, validate: [.notNullOrEmpty], help: "The columns' names, where the file has none."),
            Parameter("Encoding", \.encoding, default: "utf8NoBOM", help: "How bytes become text."),
        ],
        outputs: ["System.Management.Automation.PSCustomObject"],
        examples: [
            Example(
                "$f = \"/tmp/bulkhead-csv-$PID\"; Set-Content $f 'A,B', '1,2'; (Import-Csv $f).B; Remove-Item $f",
                "A field by its column.",
                output: "2")
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws { try encoding?.warn(runtime) }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let isLiteral = runtime.isBound("LiteralPath")
        let separator = try CSVText.delimiter(delimiter ?? ",")
        try runtime.forEach(isLiteral ? literalPath : path) { path in
            for file in try PathResolver(engine: engine, showsHidden: true).files(path, literal: isLiteral) {
                if file.isFolder {
                    throw ValueError(
                        "Access to the path '\(file.path)' is denied.", id: "FileOpenFailure",
                        exception: "System.UnauthorizedAccessException",
                        category: "OpenError")
                }
                var reader = CSVReader(delimiter: separator, header: header)
                try TextLines.each(file.hostPath, file.path, encoding) { line in
                    try runtime.checkStop()
                    return try reader.add(line, runtime) { try runtime.write($0) == .more }
                }
                _ = try reader.finish(runtime) { try runtime.write($0) == .more }
            }
        }
    }
}
