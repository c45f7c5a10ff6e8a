import CmdletKit
import Values

/// -Delimiter and -UseCulture of the cmdlets for CSV.
struct CSVSeparator {
    /// -Delimiter; nil for the comma.
    var delimiter: String?
    /// -UseCulture: the list separator of the invariant culture, which is a comma as well.
    var useCulture: Switch = false

    /// The character between the fields.
    /// - Throws: `ValueError` if -Delimiter is not one character.
    var character: Character { get throws { try CSVText.delimiter(delimiter ?? ",") } }
}

extension Parameter where C == CSVSeparator {
    /// -Delimiter.
    static func delimiter(sets: [String]) -> Self {
        Parameter(
            \.delimiter, position: 1, sets: sets, default: ",", help: "The character between the fields; a comma without it.")
    }

    /// -UseCulture.
    static func useCulture(mandatory: Bool = false, sets: [String]) -> Self {
        Parameter(
            \.useCulture, mandatory: mandatory, sets: sets,
            help: "Takes the culture's list separator, which is a comma, for -Delimiter.")
    }
}
