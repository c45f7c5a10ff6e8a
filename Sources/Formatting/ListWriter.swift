import Values

/// Writes objects as lists of `label : value`, with a blank line behind each object.
final class ListWriter: GroupWriter {
    private let request: FormatRequest
    private let options: Formatter.Options
    private let lines: LineWriter
    private let labelWidth: Int

    init(_ request: FormatRequest, _ options: Formatter.Options, _ lines: LineWriter) {
        self.request = request
        self.options = options
        self.lines = lines
        labelWidth = request.columns.map { DisplayWidth.width($0.label) }.max() ?? 0
    }

    func add(_ cells: [Value]) throws {
        let indent = String(repeating: " ", count: labelWidth + 3)
        let room = max(10, options.width - labelWidth - 3)
        for (column, cell) in zip(request.columns, cells) {
            let text = CellText.text(cell, format: column.format, limit: options.enumerationLimit)
            let label = column.label + String(repeating: " ", count: max(0, labelWidth - DisplayWidth.width(column.label)))
            for (index, line) in TextWrap.lines(text, width: room).enumerated() {
                let whole = index == 0 ? lines.accent(label + " : ") + line : indent + line
                try lines.write(trimmed(whole))
            }
        }
        try lines.write("")
    }

    private func trimmed(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return String(line)
    }

    func settle() throws {}
    func end() throws {}
}

/// Writes the lines that a custom view has made.
final class CustomWriter: GroupWriter {
    private let lines: LineWriter
    init(_ lines: LineWriter) { self.lines = lines }
    func add(_ cells: [Value]) throws { for cell in cells { try lines.write(cell.displayText) } }
    func settle() throws {}
    func end() throws { try lines.write("") }
}
