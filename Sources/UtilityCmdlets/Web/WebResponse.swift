import CmdletKit
import Values

/// An HTTP response.
struct WebResponse {
    var uri = ""
    private(set) var status = 0
    private(set) var reason = ""
    /// The headers in the order received; a name can occur several times.
    private(set) var headers: [(name: String, value: String)] = []
    let content: [UInt8]
    private(set) var rawHeaders = ""

    /// - Parameter headers: what curl wrote to standard error: the header blocks of all responses, redirections included, and its
    ///   messages.
    /// - Returns: nil if there is no response.
    init?(headers text: [UInt8], content: [UInt8]) {
        self.content = content
        // Carriage returns are dropped, because CR LF is one Character in Swift and would not split at "\n".
        let plain = String(decoding: text.filter { $0 != 13 }, as: UTF8.self)
        for line in plain.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("HTTP/") {
                // Each block replaces the one before, which belongs to a redirection.
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

    /// The last value of a header; nil if the response does not have it.
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

    /// The content as text: Latin-1 if the Content-Type says so, else UTF-8.
    var text: String {
        if contentType.contains("iso-8859-1") { return String(decoding: content.map { UInt16($0) }, as: UTF16.self) }
        let bytes = content.starts(with: [0xEF, 0xBB, 0xBF]) ? content.dropFirst(3) : content[...]
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The headers as a hashtable of arrays.
    var headerTable: HashtableObject {
        let table = HashtableObject(ordered: true)
        for (name, value) in headers { table[name] = .array((table[name]?.enumerated ?? []) + [.string(value)]) }
        return table
    }

    /// The error for a response whose status is no success, with the content as its details.
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
