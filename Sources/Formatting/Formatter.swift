import Values

/// Turns a stream of objects into lines, as Out-Default, Out-String and Out-File show them.
///
/// Consecutive objects of one kind form one table or list; an object of another kind begins a new one. Objects are written as they
/// come, except the first rows of a table whose columns are sized by content: they are held back until a row arrives more than 300
/// ms after the first, or the stream ends.
public final class Formatter {
    /// The session's settings for output.
    public struct Options {
        /// The terminal's columns, or the width at which lines are cut if the output is no terminal.
        public var width: Int
        /// The number of a collection's elements that a cell shows (`$FormatEnumerationLimit`); negative for all.
        public var enumerationLimit: Int
        /// `$PSStyle`, consulted for each line because a script may change it; nil for plain text.
        public var style: StyleObject?
        /// Whether the output goes to a terminal that understands escape sequences.
        public var isTerminal: Bool

        /// Makes settings; the parameters are the properties of the same names.
        public init(width: Int = 120, style: StyleObject? = nil, isTerminal: Bool = false, enumerationLimit: Int = 4) {
            self.width = width
            self.style = style
            self.isTerminal = isTerminal
            self.enumerationLimit = enumerationLimit
        }
    }

    /// How long the first rows of a table are held back to size its columns.
    static let patience = Duration.milliseconds(300)

    private let options: Options
    private let resolver: ViewResolver
    private let lines: LineWriter
    private var group: (any GroupWriter)?
    private var prepared: PreparedView?
    private var request: FormatRequest?
    private var groupKey: String?

    /// Makes a formatter.
    /// - Parameters:
    ///   - options: the settings.
    ///   - source: the session's views and properties.
    ///   - output: called for each line, without its line end. What it throws, `write(_:)` throws.
    public init(
        _ options: Options = Options(), _ source: DisplaySource = DisplaySource(), output: @escaping (String) throws -> Void
    ) {
        self.options = options
        resolver = ViewResolver(source)
        lines = LineWriter(options, output: output)
    }

    /// Shows an object; a collection element by element.
    /// - Throws: what the output closure throws.
    public func write(_ value: Value) throws {
        switch value {
        case .null, .nothing, .unset: return
        case .string(let text): return try writeText([text.value])
        case .bool, .int, .long, .double, .fixed, .char: return try writeText([value.displayText])
        case .array(let array):
            for element in array.elements { try writeElement(element) }
        case .object(let object):
            if object is DecimalObject || object is BigIntegerObject { return try writeText([value.displayText]) }
            if let text = resolver.source.text(object) { return try writeText([text]) }
            if let formatted = object as? FormattedObject { return try writeFormatted(formatted) }
            if let table = object as? HashtableObject {
                for pair in table.pairs { try writeObject(ViewResolver.entry(pair.key, pair.value, of: table)) }
                return
            }
            if let elements = object.enumerated, resolver.view(of: value) == nil {
                for element in elements { try writeElement(element) }
                return
            }
            try writeObject(value)
        }
    }

    /// Ends the current table or list, so that other text can follow; the next object begins a new one.
    /// - Throws: what the output closure throws.
    public func flush() throws {
        try group?.end()
        group = nil
        prepared = nil
        request = nil
        groupKey = nil
    }

    /// Ends the stream: writes what is held back.
    /// - Throws: what the output closure throws.
    public func finish() throws { try flush() }

    // MARK: Objects

    /// An element of a collection. A collection inside a collection is enumerated as well, but one inside that is left out.
    private func writeElement(_ value: Value) throws {
        if let elements = value.enumerated, value.asObject(FormattedObject.self) == nil {
            for element in elements where element.enumerated == nil { try write(element) }
            return
        }
        try write(value)
    }

    private func writeText(_ texts: [String]) throws {
        // Text between a table's rows or a list's objects does not end the table or list, unless a format cmdlet made it.
        if request == nil { try group?.settle() } else { try flush() }
        for text in texts { try lines.write(text) }
    }

    private func writeObject(_ value: Value) throws {
        if let prepared, resolver.applies(prepared, value) { return try add(prepared.cells(value), prepared, value) }
        switch resolver.prepare(value) {
        case .text(let texts): try writeText(texts)
        case .view(let next):
            guard let prepared else { return try add(next.cells(value), next, value) }
            if !prepared.isDeclared {
                // A table made of the first object's properties keeps its columns for every later object, whatever its type.
                try add(prepared.cells(value), prepared, value)
            } else if prepared.isOfSameView(as: next) {
                // A view for several types: rows with as many columns continue the open table.
                let goesOn = prepared.request.columns.count == next.request.columns.count
                try add(next.cells(value), goesOn ? prepared : next, value)
            } else {
                try writeAside(value)
            }
        }
    }

    /// Writes an object that the open view does not apply to as a list within the table or list.
    private func writeAside(_ value: Value) throws {
        try group?.settle()
        let list = resolver.list(value)
        try lines.write("")
        try ListWriter(list.request, options, lines).add(list.cells(value))
    }

    private func add(_ cells: [Value], _ view: PreparedView, _ value: Value) throws {
        let key = view.grouping.map { $0.value(value) }
        if prepared !== view || key.map(groupText) != groupKey {
            try begin(view.request, group: key, continues: prepared === view)
            prepared = view
        }
        try group?.add(cells)
    }

    private func writeFormatted(_ object: FormattedObject) throws {
        if object.request.shape == .text {
            try group?.settle()
            for cell in object.cells { try lines.write(cell.displayText) }
            return
        }
        let key = object.request.groupLabel == nil ? nil : object.group
        if request !== object.request || key.map(groupText) != groupKey {
            try begin(object.request, group: key, continues: request === object.request)
            request = object.request
        }
        try group?.add(object.cells)
    }

    private func groupText(_ value: Value) -> String { CellText.text(value, limit: options.enumerationLimit) }

    private func begin(_ request: FormatRequest, group key: Value?, continues: Bool) throws {
        try flush()
        // One blank line separates groups of a table; a table or list ends with one and the next begins with another.
        if continues { try lines.blankLine() } else { try lines.write("") }
        if let key {
            groupKey = groupText(key)
            try lines.write("   \(request.groupLabel ?? ""): \(groupText(key))")
            try lines.write("")
        }
        switch request.shape {
        case .table: group = TableWriter(request, options, lines)
        case .list: group = ListWriter(request, options, lines)
        case .wide(let columns): group = WideWriter(request, columns, options, lines)
        case .custom, .text: group = CustomWriter(lines)
        }
    }
}

/// Lays out the objects of one table or list and writes their lines.
protocol GroupWriter: AnyObject {
    /// Adds an object by the values of its columns.
    func add(_ cells: [Value]) throws
    /// Writes what is held back, because other text follows within the table or list.
    func settle() throws
    /// Writes what is held back and the blank line that ends the table or list.
    func end() throws
}

/// Writes lines, removing escape sequences where `$PSStyle.OutputRendering` says so, and remembers whether the last line was blank.
final class LineWriter {
    private let options: Formatter.Options
    private let output: (String) throws -> Void
    private var endsBlank = false

    init(_ options: Formatter.Options, output: @escaping (String) throws -> Void) {
        self.options = options
        self.output = output
    }

    private var keepsEscapes: Bool { options.style?.keepsEscapes(isTerminal: options.isTerminal) ?? false }

    func write(_ line: String) throws {
        endsBlank = line.isEmpty
        try output(keepsEscapes ? line : EscapeSequences.removed(from: line))
    }

    /// Writes a blank line unless the last line was one.
    func blankLine() throws { if !endsBlank { try write("") } }

    /// A table's header in `$PSStyle.Formatting.TableHeader`, if the output keeps escape sequences.
    func header(_ text: String) -> String { styled(text, "TableHeader") }

    /// A list's label in `$PSStyle.Formatting.FormatAccent`, if the output keeps escape sequences.
    func accent(_ text: String) -> String { styled(text, "FormatAccent") }

    private func styled(_ text: String, _ name: String) -> String {
        guard keepsEscapes, let style = options.style else { return text }
        return style.wrap(text, in: style.formatting[name])
    }
}
