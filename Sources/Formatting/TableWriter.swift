import Values

/// Writes a table. If its columns are sized by content, the first rows are held back until the widths are decided.
final class TableWriter: GroupWriter {
    private let request: FormatRequest
    private let options: Formatter.Options
    private let lines: LineWriter
    private var layout: TableLayout?
    private var alignments: [Alignment]?
    private var held: [[String]] = []
    private let start = ContinuousClock.now

    init(_ request: FormatRequest, _ options: Formatter.Options, _ lines: LineWriter) {
        self.request = request
        self.options = options
        self.lines = lines
    }

    /// Whether the widths can be decided without rows: the first column has a width and -AutoSize was not asked for.
    private var isSized: Bool { request.columns.first?.width != nil && !request.isAutoSized }

    func add(_ cells: [Value]) throws {
        if alignments == nil {
            alignments = zip(request.columns, cells).map { $0.alignment ?? CellText.alignment(of: $1) }
        }
        let texts = zip(request.columns, cells).map {
            CellText.text($1, format: $0.format, limit: options.enumerationLimit)
        }
        if layout == nil, isSized { try open(sizedBy: nil) }
        if let layout { return try write(texts, layout) }
        held.append(texts)
        if !request.isAutoSized, ContinuousClock.now - start > Formatter.patience { try settle() }
    }

    func settle() throws {
        guard layout == nil else { return }
        try open(sizedBy: held)
    }

    func end() throws {
        try settle()
        try lines.write("")
    }

    private func open(sizedBy rows: [[String]]?) throws {
        // With a width given for the first column, `rows` is nil and columns without a width share the rest of the line.
        let layout = TableLayout(
            columns: request.columns, alignments: alignments ?? request.columns.map { $0.alignment ?? .left },
            ellipsis: request.ellipsis, rows: rows, totalWidth: options.width)
        self.layout = layout
        if !request.hidesHeaders {
            for line in layout.header { try lines.write(lines.header(line)) }
            try lines.write(lines.header(layout.rule))
        }
        for row in held { try write(row, layout) }
        held = []
    }

    private func write(_ texts: [String], _ layout: TableLayout) throws {
        if request.wraps {
            for line in layout.wrappedLines(texts) { try lines.write(line) }
        } else {
            try lines.write(layout.line(texts))
        }
    }
}
