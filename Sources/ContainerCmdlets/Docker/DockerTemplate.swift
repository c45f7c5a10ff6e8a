/// The subset of Go's templates that --format supports: text, `{{.Name}}`, `{{.State.Running}}`, `{{json .Name}}`, `{{json .}}`.
package struct DockerTemplate: Sendable {
    /// Literal text, or the value at a path of names.
    private enum Part: Sendable {
        case text(String)
        case value(path: [String], json: Bool)
    }

    private let parts: [Part]

    /// Parses a template. `\t` and `\n` are a tab and a newline.
    /// - Throws: `DockerError` with the exit code 64 if an action is not closed or not supported.
    package init(_ text: String) throws(DockerError) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            parts.append(.text(Self.unescaped(rest[..<open.lowerBound])))
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
                throw DockerError("template parsing error: unclosed action in \"\(text)\"", code: 64)
            }
            parts.append(try Self.action(rest[open.upperBound..<close.lowerBound]))
            rest = rest[close.upperBound...]
        }
        parts.append(.text(Self.unescaped(rest)))
        self.parts = parts
    }

    /// The last part of each value's name, for the header of a table.
    var names: [String] {
        parts.compactMap { if case .value(let path, _) = $0 { path.last } else { nil } }
    }

    /// The text for a document.
    /// - Throws: `DockerError` if the document has no value of a name.
    package func apply(_ value: DockerJSON) throws(DockerError) -> String {
        var result = ""
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .value(let path, let json):
                var found = value
                for name in path {
                    guard let next = found[name] else {
                        throw DockerError("template: there is no value '.\(path.joined(separator: "."))'", code: 1)
                    }
                    found = next
                }
                result += json ? found.compact : found.text
            }
        }
        return result
    }

    private static func action(_ text: Substring) throws(DockerError) -> Part {
        var words = text.split(whereSeparator: \.isWhitespace)
        let json = words.first == "json"
        if json { words.removeFirst() }
        guard words.count == 1, let path = words.first, path.hasPrefix("."), !path.contains("(") else {
            throw DockerError("template parsing error: '{{\(text)}}' is not available: use {{.Name}} or {{json .Name}}", code: 64)
        }
        return .value(path: path.split(separator: ".").map(String.init), json: json)
    }

    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("\\t", with: "\t").replacing("\\n", with: "\n")
    }
}

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
