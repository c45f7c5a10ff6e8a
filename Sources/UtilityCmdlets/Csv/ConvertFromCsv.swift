import CmdletKit
import Values

/// ConvertFrom-Csv.
struct ConvertFromCsv: Cmdlet {
    var inputObject: [String] = []
    var delimiter: String?
    var header: [String] = []
    var useCulture: Switch = false
    private var reader: CSVReader?

    static let declaration = CmdletDeclaration<ConvertFromCsv>(
        "ConvertFrom-Csv",
        synopsis: "Converts object properties in character-separated value (CSV) format into CSV versions of the original objects.",
        defaultSet: "DelimiterPath",
        parameters: [
            Parameter(
                "Delimiter", \.delimiter, position: 1, sets: ["DelimiterPath"], default: ",",
                help: "What stands between the fields."),
            Parameter(
                "UseCulture", \.useCulture, mandatory: true, sets: ["CulturePath"],
                help: "The list separator of the culture, which is a comma."),
            Parameter(
                "InputObject", \.inputObject, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                validate: [.notNull, .allowEmptyString], help: "The lines."),
            Parameter(
                "Header", \.header, position: 2, validate: [.notNullOrEmpty], help: "The columns' names, where the text has none."),
        ],
        outputs: ["System.Management.Automation.PSCustomObject"],
        examples: [Example("('A,B', '1,\"x y\"' | ConvertFrom-Csv).B", "Reads a field.", output: "x y")])

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
