import CmdletKit
import CmdletSupport
import Values

/// ConvertTo-Csv: makes lines of objects with `CSVWriter`.
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
        "ConvertTo-Csv", synopsis: "Writes objects as lines of comma-separated values (CSV).",
        description: """
            The properties of the first object are the columns: a header line with their names comes first, then a \
            line for each object. Properties that later objects have beyond these are left out, and missing ones leave \
            their field empty. Values are written as text, in the form of the invariant culture. Export-Csv writes the \
            same lines to a file, ConvertFrom-Csv reads them.
            """, defaultSet: "DelimiterPath",
        parameters: [
            Parameter(
                \.inputObject, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                help: "The objects to write; usually piped in."),
            Parameter(
                \.delimiter, position: 1, sets: ["DelimiterPath"], default: ",",
                help: "The character between the fields; a comma without it."),
            Parameter(
                \.useCulture, sets: ["CulturePath"],
                help: "Takes the culture's list separator, which is a comma, for -Delimiter."),
            Parameter(
                \.includeTypeInformation, aliases: ["ITI"],
                help: "Begins with a line #TYPE and the type name of the first object."
            ),
            Parameter(
                \.noTypeInformation, aliases: ["NTI"],
                help: "Leaves the #TYPE line out, as is done anyway; for scripts of Windows PowerShell."),
            Parameter(
                \.quoteFields, aliases: ["QF"],
                help: "The names of the columns whose fields are put in quotation marks; the others are not."),
            Parameter(
                \.useQuotes, aliases: ["UQ"], default: "Always",
                help:
                    """
                    When fields are put in quotation marks: Always, Never, or AsNeeded for those that hold a \
                    separator, a quotation mark or a line end.
                    """
            ),
            Parameter(\.noHeader, help: "Leaves out the line with the columns' names."),
        ],
        outputs: ["System.String"],
        examples: [
            Example(
                "[pscustomobject]@{ Name = 'fig'; Grams = 50 } | ConvertTo-Csv",
                "Writes an object as two lines.",
                output: "\"Name\",\"Grams\"\n\"fig\",\"50\""),
            Example(
                "[pscustomobject]@{ Name = 'plum, dried'; Grams = 20 } | ConvertTo-Csv -UseQuotes AsNeeded",
                "Quotes only what needs it.",
                output: "Name,Grams\n\"plum, dried\",20"),
            Example(
                "[pscustomobject]@{ A = 1; B = 2 } | ConvertTo-Csv -NoHeader",
                "Adds lines to those that have a header already.",
                output: "\"1\",\"2\""),
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
