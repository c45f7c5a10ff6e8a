/// `-f` and [string]::Format: `{index[,alignment][:format]}`.
public enum CompositeFormat {
    /// The format string with its items replaced by the arguments. `{{` and `}}` are literal braces.
    /// - Throws: `ValueError` FormatError if a brace is unbalanced, an index is beyond the arguments, an alignment is beyond ±999,999, or a
    ///   number's format specifier is invalid.
    public static func format(_ format: String, _ arguments: [Value]) throws -> String {
        var text = ""
        var rest = Substring(format)
        while let character = rest.first {
            rest.removeFirst()
            switch character {
            case "{":
                if rest.first == "{" {
                    rest.removeFirst()
                    text.append("{")
                    continue
                }
                guard let close = rest.firstIndex(of: "}") else { throw malformed }
                text += try item(rest[..<close], arguments)
                rest = rest[rest.index(after: close)...]
            case "}":
                guard rest.first == "}" else { throw malformed }
                rest.removeFirst()
                text.append("}")
            default: text.append(character)
            }
        }
        return text
    }

    /// The largest alignment, in characters, that .NET accepts in a format item.
    private static let widest = 999_999

    private static func item(_ body: Substring, _ arguments: [Value]) throws -> String {
        let halves = body.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let head = halves[0].split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard let place = Int(String(head[0]).trimmingSpaces()), place >= 0 else { throw malformed }
        guard place < arguments.count else {
            throw ValueError(
                "Error formatting a string: Index (zero based) must be greater than or equal to zero and less than the size of the argument list.",
                id: "FormatError", exception: "System.FormatException", category: "InvalidOperation")
        }
        let text = try NumberFormat.format(arguments[place], halves.count > 1 ? String(halves[1]) : "")
        guard head.count > 1 else { return text }
        guard let width = Int(String(head[1]).trimmingSpaces()), abs(width) <= widest else { throw malformed }
        let fill = String(repeating: " ", count: max(0, abs(width) - text.count))
        return width > 0 ? fill + text : text + fill
    }

    private static let malformed = ValueError(
        "Error formatting a string: Input string was not in a correct format.", id: "FormatError",
        exception: "System.FormatException",
        category: "InvalidOperation")
}
