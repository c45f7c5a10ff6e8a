import CmdletKit
import CmdletSupport
import Values

/// ConvertTo-Csv.
struct ConvertToCsv: Cmdlet {
    var inputObject: Value = .nothing
    var delimiter: String?
    var useCulture: Switch = false
    var includeTypeInformation: Switch = false
    var noTypeInformation: Switch = false
    var quoteFields: [String] = []
    var useQuotes = CSVQuoting.always
    var noHeader: Switch = false
    private var writer: CSVWriter?

    static let declaration = CmdletDeclaration<ConvertToCsv>(
        "ConvertTo-Csv", synopsis: "Converts objects into a series of character-separated value (CSV) strings.",
        description: "The first object's properties are the columns.", defaultSet: "DelimiterPath",
        parameters: [
            Parameter(
                "InputObject", \.inputObject, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                help: "The object."),
            Parameter(
                "Delimiter", \.delimiter, position: 1, sets: ["DelimiterPath"], default: ",",
                help: "What stands between the fields."),
            Parameter(
                "UseCulture", \.useCulture, sets: ["CulturePath"], help: "The list separator of the culture, which is a comma."),
            Parameter(
                "IncludeTypeInformation", \.includeTypeInformation, aliases: ["ITI"], help: "Begins with a line of the type's name."
            ),
            Parameter("NoTypeInformation", \.noTypeInformation, aliases: ["NTI"], help: "Leaves that line out, as is done anyway."),
            Parameter("QuoteFields", \.quoteFields, aliases: ["QF"], help: "The columns that are put in quotes."),
            Parameter("UseQuotes", \.useQuotes, aliases: ["UQ"], default: "Always", help: "When fields are put in quotes."),
            Parameter("NoHeader", \.noHeader, help: "Leaves out the line of the columns' names."),
        ],
        outputs: ["System.String"],
        examples: [
            Example("[pscustomobject]@{ A = 1; B = 'x' } | ConvertTo-Csv", "Writes an object.", output: "\"A\",\"B\"\n\"1\",\"x\"")
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        try CSVArguments.check(runtime)
        writer = CSVWriter(
            delimiter: try CSVText.delimiter(delimiter ?? ","), quoting: useQuotes, quoteFields: quoteFields,
            writesTypes: includeTypeInformation.isOn, writesHeader: !noHeader.isOn)
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard !inputObject.isNull else { return }
        for line in try writer?.lines(inputObject, try runtime.frame) ?? [] { try runtime.write(.string(line)) }
    }
}
