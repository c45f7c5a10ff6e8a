/// The column widths of a table, and its lines.
struct TableLayout {
    let columns: [FormatRequest.Column]
    let alignments: [Alignment]
    let ellipsis: Ellipsis
    /// The width of each column in terminal columns; nil for a column that is dropped because there is no room.
    let widths: [Int?]

    /// A column that would be cut to fewer terminal columns is dropped instead: nothing of use could be shown in it.
    private static let narrowest = 3

    /// Decides the widths.
    /// - Parameters:
    ///   - rows: the cells by which columns without a width are sized; nil to let these columns share the rest of the line.
    ///   - totalWidth: the terminal's columns.
    init(
        columns: [FormatRequest.Column], alignments: [Alignment], ellipsis: Ellipsis, rows: [[String]]?, totalWidth: Int
    ) {
        self.columns = columns
        self.alignments = alignments
        self.ellipsis = ellipsis
        var sizes = columns.map { $0.width }
        if let rows {
            for place in columns.indices where sizes[place] == nil {
                var widest = DisplayWidth.width(columns[place].label)
                for row in rows where row.indices.contains(place) { widest = max(widest, DisplayWidth.width(row[place])) }
                sizes[place] = max(1, widest)
            }
        } else {
            let open = sizes.indices.filter { sizes[$0] == nil }
            let taken = sizes.reduce(0) { $0 + ($1 ?? 0) } + max(0, columns.count - 1)
            var room = max(0, totalWidth - taken)
            for (index, place) in open.enumerated() {
                let share = room / (open.count - index)
                sizes[place] = max(share, Self.narrowest)
                room -= min(room, share)
            }
        }
        widths = Self.fit(sizes.map { max(1, $0 ?? 1) }, into: totalWidth)
    }

    /// Narrows the last columns, or drops them, until the table fits.
    private static func fit(_ sizes: [Int], into total: Int) -> [Int?] {
        var widths: [Int?] = sizes
        var last = sizes.count - 1
        while last > 0 {
            let visible = widths.compactMap { $0 }
            let excess = visible.reduce(0, +) + visible.count - 1 - total
            guard excess > 0, let width = widths[last] else { break }
            if width - excess >= min(narrowest, width) {
                widths[last] = width - excess
                break
            }
            widths[last] = nil
            last -= 1
        }
        if last == 0, let first = widths.first, let first, first > total { widths[0] = max(1, total) }
        return widths
    }

    /// The header's lines. A label too long for its column is wrapped, not cut: `Latency` above `(ms)`.
    var header: [String] { wrappedLines(columns.map(\.label)) }

    /// The line of hyphens below the header, as long as each label.
    var rule: String {
        line(
            columns.enumerated().map { place, column in
                String(repeating: "-", count: min(DisplayWidth.width(column.label), (widths[place] ?? 0)))
            })
    }

    /// A row as one line: cells are cut to their columns, and blanks at the end removed.
    func line(_ cells: [String]) -> String {
        var line = ""
        var isFirst = true
        for (place, width) in widths.enumerated() {
            guard let width else { continue }
            if !isFirst { line += " " }
            isFirst = false
            let text = place < cells.count ? cut(firstLine(of: cells[place]), width, alignments[place]) : ""
            line += pad(text, width, alignments[place])
        }
        return trimmed(line)
    }

    /// A row whose cells are wrapped instead of cut.
    func wrappedLines(_ cells: [String]) -> [String] {
        let wrapped = widths.enumerated().map { place, width -> [String] in
            guard let width, place < cells.count else { return [] }
            return TextWrap.lines(cells[place], width: width)
        }
        let height = max(1, wrapped.map(\.count).max() ?? 1)
        return (0..<height).map { index in line(wrapped.map { index < $0.count ? $0[index] : "" }) }
    }

    private func firstLine(of text: String) -> String {
        guard let end = text.firstIndex(where: \.isNewline) else { return text }
        return String(text[..<end]) + ellipsis.rawValue
    }

    private func cut(_ text: String, _ width: Int, _ alignment: Alignment) -> String {
        guard DisplayWidth.width(text) > width else { return text }
        let mark = ellipsis.rawValue
        let room = width - mark.count
        if room <= 0 {
            return alignment == .right ? DisplayWidth.suffix(text, columns: width) : DisplayWidth.prefix(text, columns: width)
        }
        return alignment == .right
            ? mark + DisplayWidth.suffix(text, columns: room) : DisplayWidth.prefix(text, columns: room) + mark
    }

    private func pad(_ text: String, _ width: Int, _ alignment: Alignment) -> String {
        let space = max(0, width - DisplayWidth.width(text))
        switch alignment {
        case .left: return text + String(repeating: " ", count: space)
        case .right: return String(repeating: " ", count: space) + text
        case .center:
            return String(repeating: " ", count: space / 2) + text + String(repeating: " ", count: space - space / 2)
        }
    }

    private func trimmed(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}

/// Breaks text into lines of a given width.
enum TextWrap {
    /// The text's own lines; a line longer than `width` terminal columns is broken at a blank if it has one, otherwise anywhere.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            var rest = String(part)
            while DisplayWidth.width(rest) > width {
                var head = DisplayWidth.prefix(rest, columns: width)
                if head.isEmpty { head = String(rest.prefix(1)) }
                let next = rest.dropFirst(head.count)
                if let next = next.first, next != " ", let blank = head.lastIndex(of: " "), blank > head.startIndex {
                    head = String(head[...blank])
                }
                rest = String(rest.dropFirst(head.count))
                while head.last == " " { head.removeLast() }
                lines.append(head)
                while rest.first == " " { rest.removeFirst() }
            }
            lines.append(rest)
        }
        return lines
    }
}
