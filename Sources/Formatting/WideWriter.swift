import Values

/// Writes one text an object, several texts a line (Format-Wide).
final class WideWriter: GroupWriter {
    private let request: FormatRequest
    private let options: Formatter.Options
    private let lines: LineWriter
    private let columns: Int?
    private var held: [String] = []

    /// - Parameter columns: the number of texts a line; nil for as many as fit, which holds all objects back until the end.
    init(_ request: FormatRequest, _ columns: Int?, _ options: Formatter.Options, _ lines: LineWriter) {
        self.request = request
        self.columns = columns.map { max(1, $0) }
        self.options = options
        self.lines = lines
    }

    func add(_ cells: [Value]) throws {
        guard let cell = cells.first else { return }
        held.append(CellText.text(cell, format: request.columns.first?.format, limit: options.enumerationLimit))
        if let columns, held.count == columns { try writeLine(width: width(of: columns)) }
    }

    func settle() throws {
        guard !held.isEmpty else { return }
        if let columns {
            try writeLine(width: width(of: columns))
            return
        }
        let widest = held.map { DisplayWidth.width($0) }.max() ?? 1
        let fitting = max(1, (options.width + 1) / (widest + 1))
        let all = held
        for start in stride(from: 0, to: all.count, by: fitting) {
            held = Array(all[start..<min(all.count, start + fitting)])
            try writeLine(width: min(widest, options.width))
        }
    }

    private func width(of columns: Int) -> Int { max(1, (options.width - (columns - 1)) / columns) }

    private func writeLine(width: Int) throws {
        let columns = held.map { _ in FormatRequest.Column(label: "", width: width) }
        let layout = TableLayout(
            columns: columns, alignments: columns.map { _ in .left }, ellipsis: request.ellipsis, rows: nil,
            totalWidth: options.width)
        try lines.write(layout.line(held))
        held = []
    }

    func end() throws {
        try settle()
        try lines.write("")
    }
}
