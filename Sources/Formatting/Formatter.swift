import Values

/// Turns a stream of objects into lines, as Out-Default, Out-String and Out-File show them.
///
/// Objects of one kind make one table or list; a new kind begins a new one. Nothing is held back but the first rows of a table that is
/// sized by its content: until 300 ms have passed, or until the stream ends.
public final class Formatter {
    public struct Options {
        /// Columns of the terminal, or what lines are cut to where there is none.
        public var width: Int
        /// How many elements of a collection a cell shows.
        public var enumerationLimit: Int
        /// `$PSStyle`; nil for plain text. Asked for each line: a script may change it between two.
        public var style: StyleObject?
        /// Whether the output goes to a terminal that takes escape sequences.
        public var isTerminal: Bool

        public init(width: Int = 120, style: StyleObject? = nil, isTerminal: Bool = false, enumerationLimit: Int = 4) {
            self.width = width
            self.style = style
            self.isTerminal = isTerminal
            self.enumerationLimit = enumerationLimit
        }
    }

    /// How long the first rows of a table are held back.
    static let patience = Duration.milliseconds(300)

    private let options: Options
    private let resolver: ViewResolver
    private let lines: LineWriter
    private var group: (any GroupWriter)?
    private var prepared: PreparedView?
    private var request: FormatRequest?
    private var groupKey: String?

    /// - Parameters:
    ///   - source: what the session knows of objects.
    ///   - output: takes one line, without its end.
    public init(
        _ options: Options = Options(), _ source: DisplaySource = DisplaySource(), output: @escaping (String) throws -> Void
    ) {
        self.options = options
        resolver = ViewResolver(source)
        lines = LineWriter(options, output: output)
    }

    /// Shows one object; the elements of a collection one by one.
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

    /// Ends the current table or list, so that other text can follow. More objects begin a new one.
    public func flush() throws {
        try group?.end()
        group = nil
        prepared = nil
        request = nil
        groupKey = nil
    }

    /// The stream ends.
    public func finish() throws { try flush() }

    // MARK: Objects

    /// Collections inside a collection are shown flat, one level of them.
    private func writeElement(_ value: Value) throws {
        if let elements = value.enumerated, value.asObject(FormattedObject.self) == nil {
            for element in elements where element.enumerated == nil { try write(element) }
            return
        }
        try write(value)
    }

    private func writeText(_ texts: [String]) throws {
        // Text stands between a table's rows or a list's objects without ending it, but behind what a format command has ended.
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
                // What began without a view goes on with its columns, whatever follows.
                try add(prepared.cells(value), prepared, value)
            } else if prepared.isOfSameView(as: next) {
                // Rows of as many columns go on with the table that stands.
                let goesOn = prepared.request.columns.count == next.request.columns.count
                try add(next.cells(value), goesOn ? prepared : next, value)
            } else {
                try writeAside(value)
            }
        }
    }

    /// An object that the open view does not apply to: a list of its own, within the table or list.
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
        // Groups of one table have one blank line between them; a table or list ends with one, and the next begins with another.
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

/// Lays out the objects of one table or list.
protocol GroupWriter: AnyObject {
    func add(_ cells: [Value]) throws
    /// Lets go of what is held back, because other text comes between.
    func settle() throws
    func end() throws
}

/// Writes lines, and knows whether the last one was blank.
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

    /// A blank line, unless one was just written.
    func blankLine() throws { if !endsBlank { try write("") } }

    /// A table's header, coloured where the output is.
    func header(_ text: String) -> String { styled(text, "TableHeader") }

    /// A list's label.
    func accent(_ text: String) -> String { styled(text, "FormatAccent") }

    private func styled(_ text: String, _ name: String) -> String {
        guard keepsEscapes, let style = options.style else { return text }
        return style.wrap(text, in: style.formatting[name])
    }
}
