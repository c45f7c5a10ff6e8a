import CmdletKit
import Values

/// What a server answered.
struct WebResponse {
    var uri = ""
    private(set) var status = 0
    private(set) var reason = ""
    /// In the order in which they came; a name may come several times.
    private(set) var headers: [(name: String, value: String)] = []
    let content: [UInt8]
    private(set) var rawHeaders = ""

    /// - Parameter headers: the headers of all answers on the way, one block behind the other, and what else curl says.
    /// - Returns: nil where there is no answer.
    init?(headers text: [UInt8], content: [UInt8]) {
        self.content = content
        // Without the carriage returns: Swift takes one with its line feed for one letter.
        let plain = String(decoding: text.filter { $0 != 13 }, as: UTF8.self)
        for line in plain.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("HTTP/") {
                // A new block: what was read so far belongs to a redirection.
                let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
                status = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
                reason = parts.count > 2 ? parts[2] : Self.reasons[status] ?? ""
                headers = []
                rawHeaders = String(line) + "\n"
            } else if status != 0, let colon = line.firstIndex(of: ":"), !line.hasPrefix("curl:") {
                headers.append((String(line[..<colon]), String(line[line.index(after: colon)...]).trimmingSpaces()))
                rawHeaders += String(line) + "\n"
            }
        }
        if status == 0 { return nil }
    }

    private static let reasons = [
        200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 206: "Partial Content", 301: "Moved Permanently",
        302: "Found",
        304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized",
        403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 409: "Conflict", 410: "Gone", 418: "I'm a teapot",
        422: "Unprocessable Entity", 429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented",
        502: "Bad Gateway",
        503: "Service Unavailable", 504: "Gateway Timeout",
    ]

    func header(_ name: String) -> String? { headers.last { $0.name.equalsIgnoringCase(name) }?.value }

    var isSuccess: Bool { (200..<300).contains(status) }

    private var contentType: String { (header("Content-Type") ?? "").lowercased() }

    var isText: Bool {
        let type = contentType.prefix { $0 != ";" }
        return type.isEmpty || type.hasPrefix("text/")
            || ["json", "xml", "javascript", "x-www-form-urlencoded"].contains { type.hasSuffix($0) }
    }
    var isJSON: Bool { contentType.contains("json") }
    var isXML: Bool { contentType.contains("xml") && !contentType.contains("html") }

    var text: String {
        if contentType.contains("iso-8859-1") { return String(decoding: content.map { UInt16($0) }, as: UTF16.self) }
        let bytes = content.starts(with: [0xEF, 0xBB, 0xBF]) ? content.dropFirst(3) : content[...]
        return String(decoding: bytes, as: UTF8.self)
    }

    var headerTable: HashtableObject {
        let table = HashtableObject(ordered: true)
        for (name, value) in headers { table[name] = .array((table[name]?.enumerated ?? []) + [.string(value)]) }
        return table
    }

    /// The error of an answer that is no success, with the answer's text as its details.
    func failure() -> ErrorRecord {
        let exception = ExceptionObject(
            "Response status code does not indicate success: \(status) (\(reason)).",
            typeName: "Microsoft.PowerShell.Commands.HttpResponseException")
        let members = AttachedMembers()
        members["StatusCode"] = .note(.int(Int32(clamping: status)))
        members["Response"] = .note(
            .object(
                CustomObject(
                    [
                        ("StatusCode", .int(Int32(clamping: status))), ("ReasonPhrase", .string(reason)),
                        ("Headers", .object(headerTable)),
                    ], type: HTTPResponseMessage.type)))
        exception.attached = members
        let record = ErrorRecord(
            exception: exception, id: "WebCmdletWebResponseException", category: "InvalidOperation", target: .string(uri))
        if isText, !content.isEmpty {
            record.details = ErrorDetails.make(text)
        }
        return record
    }
}
