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
