/// The rows of a list, and how --format shows them.
struct DockerListing: Sendable {
    /// The columns of the default table: the header and the name of the value.
    var columns: [(header: String, name: String)]
    /// The headers of values that only a template can show.
    var headers: [String: String]
    var rows: [DockerJSON]

    /// The list: as a table without a format or with `table`, as JSON lines with `json`, else by the template, below a header if
    /// `table ` precedes it.
    /// - Returns: nil if nothing is to be printed.
    /// - Throws: what the template throws.
    func text(format: String?) throws(DockerError) -> String? {
        switch format {
        case nil, "table":
            return DockerText.table(
                columns.map(\.header), rows.map { row in columns.map { column in row[column.name]?.text ?? "" } })
        case "json": return joined(rows.map(\.compact))
        case let format?:
            var text = format
            let isTable = format.hasPrefix("table ")
            if isTable { text = String(format.dropFirst(6)) }
            let template = try DockerTemplate(text)
            var lines: [String] = []
            for row in rows { lines.append(try template.apply(row)) }
            guard isTable else { return joined(lines) }
            let header = template.names.map { name in
                columns.first { $0.name == name }?.header ?? headers[name] ?? name.uppercased()
            }
            let cells = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
            guard cells.allSatisfy({ $0.count == header.count }) else { return joined([header.joined(separator: " ")] + lines) }
            return DockerText.table(header, cells)
        }
    }

    private func joined(_ lines: [String]) -> String? { lines.isEmpty ? nil : lines.joined(separator: "\n") }
}
