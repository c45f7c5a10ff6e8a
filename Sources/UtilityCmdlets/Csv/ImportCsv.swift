import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Import-Csv: reads objects from files with `CSVReader`.
struct ImportCsv: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var delimiter: String?
    private var useCulture: Switch = false
    private var header: [String] = []
    private var encoding: TextEncoding?

    static let declaration = CmdletDeclaration<Self>(
        "Import-Csv", aliases: ["ipcsv"], synopsis: "Makes objects of a file of comma-separated values (CSV).",
        description: """
            The file's first line names the properties, unless -Header does; each further line becomes an object whose \
            properties are texts. Fields in quotation marks may hold separators and line ends. A byte order mark at \
            the file's start decides its encoding; else it is UTF-8 or that of -Encoding.
            """,
        defaultSet: "DelimiterPath",
        parameters: [
            Parameter(
                \.delimiter, position: 1, sets: ["DelimiterPath", "DelimiterLiteralPath"], default: ",",
                help: "The character between the fields; a comma without it."),
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                sets: ["DelimiterPath", "CulturePath"],
                completer: .paths, help: "The files to read; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["DelimiterLiteralPath", "CultureLiteralPath"], completer: .paths,
                help: "The files to read, their names taken as they are, without wildcards."),
            Parameter(
                \.useCulture, mandatory: true, sets: ["CulturePath", "CultureLiteralPath"],
                help: "Takes the culture's list separator, which is a comma, for -Delimiter."),
            Parameter(
                \.header, validate: [.notNullOrEmpty],
                help: "The names of the columns, for a file whose first line is data already."),
            Parameter(
                \.encoding, default: "utf8NoBOM",
                help:
                    """
                    How the file's bytes become text: utf8NoBOM (the default), ascii, latin1, unicode, utf32, a code \
                    page's name or number.
                    """
            ),
        ],
        outputs: ["System.Management.Automation.PSCustomObject"],
        examples: [
            Example(
                "$f = New-TemporaryFile; Set-Content $f 'Name,Grams', 'fig,50', 'plum,66'; (Import-Csv $f | Measure-Object Grams -Sum).Sum; Remove-Item $f",
                "Adds the numbers of a column.",
                output: "116"),
            Example(
                "$f = New-TemporaryFile; Set-Content $f 'root:x:0'; (Import-Csv $f -Delimiter ':' -Header Name, Mark, Id).Id; Remove-Item $f",
                "Reads a file with another separator and without a header.",
                output: "0"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws { try encoding?.warn(runtime) }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let isLiteral = runtime.isBound(\Self.literalPath)
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
