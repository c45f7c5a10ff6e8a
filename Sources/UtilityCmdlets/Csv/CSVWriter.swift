import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Makes lines of comma-separated values of objects: the first one's properties are the columns.
struct CSVWriter {
    let delimiter: Character
    let quoting: CSVQuoting
    let quoted: Set<String>?
    let writesTypes: Bool
    let writesHeader: Bool
    private(set) var names: [String]?

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

    /// The lines of an object, with the names before the first one.
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
        // What Import-Csv and Select-Object put before a type's name is no part of it.
        let name = object.typeNames.first ?? ""
        for prefix in ["Selected.", "CSV:"] where name.hasPrefix(prefix) { return String(name.dropFirst(prefix.count)) }
        return name
    }

    private func text(_ object: Value, _ name: String, _ frame: Frame) throws -> String? {
        let value = try object.asObject(HashtableObject.self).flatMap { $0[name] } ?? ObjectProperty.read(object, name, frame)
        guard let value, !value.isNull else { return nil }
        return value.roundTripText
    }

    static func propertyNames(_ object: Value, _ engine: Engine) -> [String] {
        if let table = object.asObject(HashtableObject.self) {
            return table.keys.map(\.displayText) + (table.attached?.names ?? []).filter { table[$0] == nil }
        }
        return engine.propertyNames(of: object)
    }
}
