import CmdletKit
import Values

/// Makes objects of lines of comma-separated values as they come.
struct CSVReader {
    private let delimiter: Character
    private var names: [String]?
    private var typeName: String?
    /// The lines of a record whose quotes are still open.
    private var open: String?
    private var isFirst = true

    init(delimiter: Character, header: [String]) {
        self.delimiter = delimiter
        if !header.isEmpty { names = header }
    }

    /// Takes a line.
    /// - Parameter write: takes an object; false where no more are wanted.
    mutating func add(_ line: String, _ runtime: any CmdletRuntime, _ write: (Value) throws -> Bool) throws -> Bool {
        var text = line
        if let open {
            text = open + "\n" + line
        } else if isFirst, names == nil, line.hasPrefix("#TYPE ") {
            typeName = String(line.dropFirst(6)).trimmingSpaces()
            isFirst = false
            return true
        }
        // Lines of comments stand before the names only.
        if open == nil, line.hasPrefix("#"), isFirst || names == nil {
            // W3C's extended log files name their fields in one.
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
            // A field that is there and empty is an empty text; one that is missing is null.
            (name, place < fields.count ? .string(fields[place] ?? "") : .null)
        }
        guard let typeName else { return .object(CustomObject(notes)) }
        return .object(
            CustomObject(notes, typeNames: [typeName, "CSV:" + typeName]))
    }
}
