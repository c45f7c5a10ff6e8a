import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Makes lines of comma-separated values of objects. The properties of the first object are the columns.
struct CSVWriter {
    let delimiter: Character
    let quoting: CSVQuoting
    let quoted: Set<String>?
    let writesTypes: Bool
    let writesHeader: Bool
    /// The columns; nil before the first object.
    private(set) var names: [String]?

    /// A writer.
    /// - Parameters:
    ///   - quoteFields: -QuoteFields; empty for the rule of `quoting`.
    ///   - writesTypes: whether a line `#TYPE name` comes first.
    ///   - names: the columns of a file that is appended to, which gets no header.
    init(
        delimiter: Character, quoting: CSVQuoting, quoteFields: [String], writesTypes: Bool, writesHeader: Bool,
        names: [String]? = nil
    ) {
        self.delimiter = delimiter
        self.quoting = quoting
        quoted = quoteFields.isEmpty ? nil : Set(quoteFields.map { $0.lowercased() })
        self.writesTypes = writesTypes
        self.writesHeader = writesHeader
        self.names = names
    }

    /// The line of an object; before the first one the header.
    /// - Throws: what reading a property throws (`ObjectProperty.read`).
    mutating func lines(_ object: Value, _ frame: Frame) throws -> [String] {
        var lines: [String] = []
        let columns: [String]
        if let names {
            columns = names
        } else {
            columns = Self.propertyNames(object, frame.engine)
            names = columns
            if columns.isEmpty { return [] }
            if writesTypes { lines.append(("#TYPE " + typeName(object)).trimmingSpaces()) }
            if writesHeader { lines.append(line(columns, columns)) }
        }
        if columns.isEmpty { return lines }
        lines.append(line(try columns.map { try text(object, $0, frame) }, columns))
        return lines
    }

    private func line(_ fields: [String?], _ names: [String]) -> String {
        CSVText.line(fields, names: names, delimiter: delimiter, quoting: quoting, quoted: quoted)
    }

    private func typeName(_ object: Value) -> String {
        // Select-Object and Import-Csv put a prefix before the type name.
        let name = object.typeNames.first ?? ""
        for prefix in ["Selected.", "CSV:"] where name.hasPrefix(prefix) { return String(name.dropFirst(prefix.count)) }
        return name
    }

    private func text(_ object: Value, _ name: String, _ frame: Frame) throws -> String? {
        let value = try object.asObject(HashtableObject.self).flatMap { $0[name] } ?? ObjectProperty.read(object, name, frame)
        guard let value, !value.isNull else { return nil }
        return value.roundTripText
    }

    /// The columns of an object: its properties, or a hashtable's keys and notes.
    static func propertyNames(_ object: Value, _ engine: Engine) -> [String] {
        if let table = object.asObject(HashtableObject.self) {
            return table.keys.map(\.displayText) + (table.attached?.names ?? []).filter { table[$0] == nil }
        }
        return engine.propertyNames(of: object)
    }
}
