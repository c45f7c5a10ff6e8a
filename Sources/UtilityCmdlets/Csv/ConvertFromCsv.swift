import CmdletKit
import Values

/// ConvertFrom-Csv: makes objects of lines with `CSVReader`.
struct ConvertFromCsv: Cmdlet {
    var inputObject: [String] = []
    var delimiter: String?
    var header: [String] = []
    var useCulture: Switch = false
    private var reader: CSVReader?

    static let declaration = CmdletDeclaration<ConvertFromCsv>(
        "ConvertFrom-Csv",
        synopsis: "Makes objects of lines of comma-separated values (CSV).",
        description: """
            The first line names the properties, unless -Header does; each further line becomes an object whose \
            properties are texts. Fields in quotation marks may hold separators and line ends. Fields beyond the \
            header are left out, and missing ones are $null. Import-Csv does the same with a file.
            """,
        defaultSet: "DelimiterPath",
        parameters: [
            Parameter(
                \.delimiter, position: 1, sets: ["DelimiterPath"], default: ",",
                help: "The character between the fields; a comma without it."),
            Parameter(
                \.useCulture, mandatory: true, sets: ["CulturePath"],
                help: "Takes the culture's list separator, which is a comma, for -Delimiter."),
            Parameter(
                \.inputObject, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                validate: [.notNull, .allowEmptyString], help: "The lines; usually piped in. A text with several lines is divided."),
            Parameter(
                \.header, position: 2, validate: [.notNullOrEmpty],
                help: "The names of the columns, for text whose first line is data already."),
        ],
        outputs: ["System.Management.Automation.PSCustomObject"],
        examples: [
            Example("('A,B', '1,\"x y\"' | ConvertFrom-Csv).B", "Reads a field by its column.", output: "x y"),
            Example(
                "'root:0', 'daemon:1' | ConvertFrom-Csv -Delimiter ':' -Header User, Id | Where-Object Id -eq 1 | ForEach-Object User",
                "Reads a table of programs' output that has no header.",
                output: "daemon"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        reader = CSVReader(delimiter: try CSVText.delimiter(delimiter ?? ","), header: header)
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        for text in inputObject {
            for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
                guard try reader?.add(String(line), runtime, { try runtime.write($0) == .more }) ?? false else { return }
            }
        }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws { _ = try reader?.finish(runtime) { try runtime.write($0) == .more } }
}
