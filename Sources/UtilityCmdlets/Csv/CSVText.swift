import CmdletKit
import Values

/// -UseQuotes: which fields are put in quotation marks.
enum CSVQuoting: String, ParameterEnumeration {
    case always = "Always"
    case asNeeded = "AsNeeded"
    case never = "Never"

    static let enumerationName = "Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind"
}

/// Writes and reads comma-separated values (RFC 4180), with a delimiter of choice.
enum CSVText {
    /// A line. Nil fields are empty and never quoted.
    /// - Parameter quoted: -QuoteFields, in lower case: only these columns are quoted; nil for the rule of `quoting`.
    static func line(_ fields: [String?], names: [String], delimiter: Character, quoting: CSVQuoting, quoted: Set<String>?)
        -> String
    {
        zip(fields, names).map { field, name in
            guard let field else { return "" }
            let isQuoted: Bool
            if let quoted {
                isQuoted = quoted.contains(name.lowercased())
            } else {
                isQuoted =
                    switch quoting {
                    case .always: true
                    case .never: false
                    case .asNeeded: field.contains { $0 == delimiter || $0 == "\"" || $0.isNewline }
                    }
            }
            return isQuoted
                ? "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : field
        }.joined(separator: String(delimiter))
    }

    /// The records of a text, each a list of fields; nil for a field that is empty and not quoted. Empty lines are left out.
    static func records(_ text: String, delimiter: Character) -> [[String?]] {
        var records: [[String?]] = []
        var record: [String?] = []
        var field = ""
        var wasQuoted = false
        var isQuoted = false
        func finished(_ field: String, _ wasQuoted: Bool) -> String? { field.isEmpty && !wasQuoted ? nil : field }
        func endRecord() {
            let last = finished(field, wasQuoted)
            if !record.isEmpty || last != nil { records.append(record + [last]) }
            record = []
            field = ""
            wasQuoted = false
        }
        var rest = Substring(text)
        while let character = rest.first {
            rest.removeFirst()
            if isQuoted {
                if character != "\"" {
                    field.append(character)
                } else if rest.first == "\"" {
                    field.append("\"")
                    rest.removeFirst()
                } else {
                    isQuoted = false
                }
            } else if character == "\"", field.isEmpty, delimiter != "\"" {
                isQuoted = true
                wasQuoted = true
            } else if character == delimiter {
                record.append(finished(field, wasQuoted))
                field = ""
                wasQuoted = false
            } else if character.isNewline {
                endRecord()
            } else if character != " " || !field.isEmpty {
                // Spaces before a field are not part of it.
                field.append(character)
            }
        }
        endRecord()
        return records
    }

    /// Whether the quotation marks of a record are still open at the end of a text.
    static func isOpen(_ text: String, delimiter: Character) -> Bool {
        // A quotation mark that is the delimiter quotes nothing.
        guard delimiter != "\"", text.utf8.contains(UInt8(ascii: "\"")) else { return false }
        var isQuoted = false
        var isFieldStart = true
        var rest = Substring(text)
        while let character = rest.popFirst() {
            if isQuoted {
                if character == "\"" {
                    if rest.first == "\"" { rest.removeFirst() } else { isQuoted = false }
                }
            } else if character == "\"", isFieldStart {
                isQuoted = true
                isFieldStart = false
            } else if character == delimiter {
                isFieldStart = true
            } else if character != " " {
                isFieldStart = false
            }
        }
        return isQuoted
    }

    /// The delimiter that a parameter names.
    /// - Throws: `ValueError` InvalidDelimiter if it is not one character.
    static func delimiter(_ text: String) throws -> Character {
        guard text.count == 1, let character = text.first else {
            throw ValueError(
                "The delimiter '\(text)' is not valid: it must be one character.", id: "InvalidDelimiter",
                exception: "System.ArgumentException", category: "InvalidArgument")
        }
        return character
    }
}
