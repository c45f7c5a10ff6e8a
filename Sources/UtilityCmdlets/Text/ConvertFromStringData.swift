import CmdletKit
import Values

/// ConvertFrom-StringData: makes a hashtable of `name=value` lines.
struct ConvertFromStringData: Cmdlet {
    private var stringData = ""
    private var delimiter = "="

    static let declaration = CmdletDeclaration<Self>(
        "ConvertFrom-StringData", synopsis: "Makes a hashtable of lines with a name and a value each.",
        description: """
            Each line of the text is divided at the first = (or -Delimiter); blanks around names and values do not \
            count. Empty lines and lines that begin with # are left out. Backslashes escape: \\n is a line end, \\\\ a \
            backslash. A name that comes twice is an error. One hashtable is written for each text.
            """,
        parameters: [
            Parameter(
                \.stringData, position: 0, mandatory: true, pipeline: .byValue, validate: [.allowEmptyString],
                help: "The text with its lines; may be piped in."),
            Parameter(
                \.delimiter, position: 1, default: "=",
                help: "The character between a name and its value; an equals sign without it."),
        ],
        outputs: ["System.Collections.Hashtable"],
        examples: [
            Example(
                "(ConvertFrom-StringData \"name = fig`ngrams = 50\").grams",
                "Reads a value by its name.",
                output: "50"),
            Example(
                "('Host: example.org' | ConvertFrom-StringData -Delimiter ':').Host",
                "Reads a line with another separator.",
                output: "example.org"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let separator = try CSVText.delimiter(delimiter)
        let table = HashtableObject()
        for line in stringData.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let trimmed = String(line).trimmingSpaces()
            if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
            guard let cut = trimmed.firstIndex(of: separator) else {
                throw ValueError(
                    "Data line '\(trimmed)' is not in 'name=value' format.", id: "InvalidOperation",
                    exception: "System.Management.Automation.PSInvalidOperationException")
            }
            let name = String(trimmed[..<cut]).trimmingSpaces()
            guard table[name] == nil else {
                throw ValueError(
                    "Data item '\(name)' in line '\(trimmed)' is already defined.", id: "InvalidOperation",
                    exception: "System.Management.Automation.PSInvalidOperationException")
            }
            // As in PowerShell, escapes are those of Regex.Unescape.
            table[name] = .string(EscapedText.unescaped(String(trimmed[trimmed.index(after: cut)...]).trimmingSpaces()))
        }
        try runtime.write(.object(table))
    }
}

/// Backslash escapes as .NET's Regex.Unescape reads them, but for `\c` and octal numbers.
enum EscapedText {
    private static let letters: [Character: Character] = [
        "n": "\n", "r": "\r", "t": "\t", "a": "\u{7}", "f": "\u{C}", "v": "\u{B}", "e": "\u{1B}", "b": "\u{8}",
    ]

    /// The text with its escapes replaced. An escape that is not known stands for its character.
    static func unescaped(_ text: String) -> String {
        guard text.contains("\\") else { return text }
        var result = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "\\", let escaped = rest.popFirst() else {
                result.append(character)
                continue
            }
            switch escaped {
            case "u", "x":
                let digits = rest.prefix(escaped == "u" ? 4 : 2)
                if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
                    result.unicodeScalars.append(scalar)
                    rest.removeFirst(digits.count)
                } else {
                    result.append(escaped)
                }
            default: result.append(letters[escaped] ?? escaped)
            }
        }
        return result
    }
}
