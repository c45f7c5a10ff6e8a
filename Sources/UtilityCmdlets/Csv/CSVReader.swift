import CmdletKit
import Values

/// Reads objects from lines of comma-separated values, one line at a time.
struct CSVReader {
    private let delimiter: Character
    private var names: [String]?
    private var typeName: String?
    /// The lines so far of a record whose quotation marks are still open.
    private var open: String?
    private var isFirst = true

    /// A reader.
    /// - Parameter header: the names of the columns; empty to take them from the first line.
    init(delimiter: Character, header: [String]) {
        self.delimiter = delimiter
        if !header.isEmpty { names = header }
    }

    /// Reads a line.
    /// - Parameter write: takes each object; returns false if no more are wanted.
    /// - Returns: false if no more lines are wanted.
    /// - Throws: `ValueError` if two columns have the same name, and what `write` throws.
    mutating func add(_ line: String, _ runtime: any CmdletRuntime, _ write: (Value) throws -> Bool) throws -> Bool {
        var text = line
        if let open {
            text = open + "\n" + line
        } else if isFirst, names == nil, line.hasPrefix("#TYPE ") {
            typeName = String(line.dropFirst(6)).trimmingSpaces()
            isFirst = false
            return true
        }
        // Comment lines count as such only before the header.
        if open == nil, line.hasPrefix("#"), isFirst || names == nil {
            // The W3C Extended Log File Format names the columns in a #Fields line.
            if names == nil, line.hasPrefix("#Fields: ") {
                names = CSVText.records(String(line.dropFirst(9)), delimiter: delimiter).first?.map { $0 ?? "" }
            }
            return true
        }
        if CSVText.isOpen(text, delimiter: delimiter) {
            open = text
            return true
        }
        open = nil
        isFirst = false
        return try record(text, runtime, write)
    }

    /// Reads the last record, if its quotation marks were never closed.
    /// - Returns: false if no more objects are wanted.
    /// - Throws: as `add`.
    mutating func finish(_ runtime: any CmdletRuntime, _ write: (Value) throws -> Bool) throws -> Bool {
        guard let text = open else { return true }
        open = nil
        return try record(text, runtime, write)
    }

    private mutating func record(_ text: String, _ runtime: any CmdletRuntime, _ write: (Value) throws -> Bool) throws -> Bool {
        guard let fields = CSVText.records(text, delimiter: delimiter).first else { return true }
        if let names {
            try Self.check(names)
            return try write(object(fields, names))
        }
        names = try Self.names(fields, runtime)
        return true
    }

    private static func names(_ fields: [String?], _ runtime: any CmdletRuntime) throws -> [String] {
        var missing = 0
        let names = fields.map { field -> String in
            if let field, !field.isEmpty { return field }
            missing += 1
            return "H\(missing)"
        }
        if fields.contains(where: { $0?.isEmpty ?? true }) {
            try runtime.writeWarning(
                "One or more headers were not specified. Default names starting with \"H\" have been used in place of any missing headers."
            )
        }
        try check(names)
        return names
    }

    private static func check(_ names: [String]) throws {
        var seen: Set<String> = []
        for name in names where !seen.insert(name.lowercased()).inserted {
            throw ValueError(
                "The member \"\(name)\" is already present.", id: "AlreadyPresentPSMemberInfoInternalCollectionAdd",
                exception: "System.Management.Automation.ExtendedTypeSystemException", category: "InvalidOperation")
        }
    }

    private func object(_ fields: [String?], _ names: [String]) -> Value {
        let notes = names.enumerated().map { place, name -> (String, Value) in
            // An empty field is an empty string; a field that the line lacks is $null.
            (name, place < fields.count ? .string(fields[place] ?? "") : .null)
        }
        guard let typeName else { return .object(CustomObject(notes)) }
        return .object(
            CustomObject(notes, typeNames: [typeName, "CSV:" + typeName]))
    }
}
