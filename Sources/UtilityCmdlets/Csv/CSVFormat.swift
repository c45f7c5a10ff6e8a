import CmdletKit
import Values

/// The parameters of ConvertTo-Csv and Export-Csv that say what the lines look like.
struct CSVFormat {
    /// -Delimiter and -UseCulture.
    var separator = CSVSeparator()
    /// -IncludeTypeInformation: whether a line #TYPE comes first.
    var includeTypeInformation: Switch = false
    /// -NoTypeInformation, which is the default.
    var noTypeInformation: Switch = false
    /// -QuoteFields: the columns whose fields are quoted.
    var quoteFields: [String] = []
    /// -UseQuotes.
    var useQuotes = CSVQuoting.always
    /// -NoHeader.
    var noHeader: Switch = false

    /// The parameters with the names of the sets that -Delimiter and -UseCulture belong to.
    static func parameters(delimiterSet: String, cultureSet: String) -> [Parameter<CSVFormat>] {
        .of(
            .group(\.separator, .delimiter(sets: [delimiterSet]), .useCulture(sets: [cultureSet])),
            [
                Parameter(
                    \.includeTypeInformation, aliases: ["ITI"],
                    help: "Begins with a line #TYPE and the type name of the first object."),
                Parameter(
                    \.noTypeInformation, aliases: ["NTI"],
                    help: "Leaves the #TYPE line out, as is done anyway; for scripts of Windows PowerShell."),
                Parameter(
                    \.quoteFields, aliases: ["QF"],
                    help: "The names of the columns whose fields are put in quotation marks; the others are not."),
                Parameter(
                    \.useQuotes, aliases: ["UQ"], default: "Always",
                    help: """
                        When fields are put in quotation marks: Always, Never, or AsNeeded for those that hold a \
                        separator, a quotation mark or a line end.
                        """),
                Parameter(\.noHeader, help: "Leaves out the line with the columns' names."),
            ])
    }

    /// - Parameter path: the cmdlet's property that holds this group.
    /// - Throws: `ValueError` if parameters that exclude each other are given.
    func check<C: Cmdlet>(_ path: KeyPath<C, CSVFormat>, _ runtime: any CmdletRuntime) throws {
        if runtime.isBound(path.appending(path: \.quoteFields)), runtime.isBound(path.appending(path: \.useQuotes)) {
            throw ValueError(
                "You must specify either the -UseQuotes or -QuoteFields parameters, but not both.",
                id: "CannotSpecifyQuoteFieldsAndUseQuotes",
                exception: "System.InvalidOperationException", category: "InvalidData")
        }
        if runtime.isBound(path.appending(path: \.includeTypeInformation)),
            runtime.isBound(path.appending(path: \.noTypeInformation))
        {
            throw ValueError(
                "You must specify either the -IncludeTypeInformation or -NoTypeInformation parameters, but not both.",
                id: "CannotSpecifyIncludeTypeInformationAndNoTypeInformation", exception: "System.InvalidOperationException",
                category: "InvalidData")
        }
    }

    /// The writer of such lines.
    /// - Parameter names: the columns of the file that lines are added to; nil for those of the first object.
    /// - Throws: `ValueError` if -Delimiter is not one character.
    func makeWriter(names: [String]? = nil) throws -> CSVWriter {
        CSVWriter(
            delimiter: try separator.character, quoting: useQuotes, quoteFields: quoteFields,
            writesTypes: includeTypeInformation.isOn, writesHeader: !noHeader.isOn, names: names)
    }
}
