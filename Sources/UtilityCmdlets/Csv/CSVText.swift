import CmdletKit
import Values

/// When a field is put in quotes.
enum CSVQuoting: String, ParameterEnumeration {
    case always = "Always"
    case asNeeded = "AsNeeded"
    case never = "Never"

    static let enumerationName = "Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind"
}

/// Writes and reads comma-separated values (RFC 4180).
enum CSVText {
    /// One line. Null fields are empty and never quoted.
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

    /// The records of a text, each a list of fields; nil for a field that is empty and not quoted.
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
                // Blanks before a field are no part of it.
                field.append(character)
            }
        }
        endRecord()
        return records
    }

    /// Whether a record's quotes are still open at the end of a text.
    static func isOpen(_ text: String, delimiter: Character) -> Bool {
        // Where quotes cut fields they quote none.
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

    /// - Throws: an error that says that a delimiter must be one character.
    static func delimiter(_ text: String) throws -> Character {
        guard text.count == 1, let character = text.first else {
            throw ValueError(
                "The delimiter '\(text)' is not valid: it must be one character.", id: "InvalidDelimiter",
                exception: "System.ArgumentException", category: "InvalidArgument")
        }
        return character
    }
}
