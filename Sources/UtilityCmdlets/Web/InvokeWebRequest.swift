import CmdletKit
import Values

/// Invoke-WebRequest: a `WebCmdlet` that writes the response as an object.
typealias InvokeWebRequest = WebCmdlet<PageRequest>

/// What Invoke-WebRequest has of its own: it writes a response object.
enum PageRequest: WebCmdletKind {
    static let declaration = WebCmdlet<Self>.declaration(
        "Invoke-WebRequest", alias: "iwr", synopsis: "Sends a request over HTTP and writes the answer as an object.",
        description: """
            The object has the answer's StatusCode, Headers and Content: text for text, JSON and XML, bytes for everything \
            else; of a page the Links as well. The program curl sends the request. An answer whose status is no success is a \
            terminating error with the answer's text, unless -SkipHttpErrorCheck is given. Passwords and tokens go over https \
            only, unless -AllowUnencryptedAuthentication is given, and never stand in a list of arguments.
            """,
        outputs: [
            "Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject", "Microsoft.PowerShell.Commands.WebResponseObject",
        ],
        examples: [
            Example("(Invoke-WebRequest https://example.org).StatusCode", "Tells whether a site answers.", runs: .never),
            Example(
                "Invoke-WebRequest https://example.org/fruit.zip -OutFile fruit.zip", "Keeps an answer in a file.", runs: .never),
            Example(
                "try { Invoke-WebRequest http://example.org -Authentication Basic } catch { \"refused: $($_.CategoryInfo.Category)\" }",
                "Basic authentication needs a credential: nothing is sent without one.",
                output: "refused: InvalidArgument"),
        ])

    static func write(_ response: WebResponse, _ runtime: any CmdletRuntime) throws {
        let text = response.isText ? response.text : ""
        let kind = response.isText ? BasicHTMLWebResponseObject.type : WebResponseObject.type
        let content: Value =
            response.isText ? .string(text) : .array(ArrayObject(response.content.map { .fixed(.uint8($0)) }, of: .uint8))
        var notes: [(String, Value)] = [
            ("StatusCode", .int(Int32(clamping: response.status))), ("StatusDescription", .string(response.reason)),
            ("Content", content),
            ("RawContent", .string(response.rawHeaders + "\n" + text)), ("Headers", .object(response.headerTable)),
            ("RawContentLength", .long(Int64(response.content.count))),
        ]
        if response.isText { notes.append(("Links", .array(HTMLLinks.all(in: text)))) }
        try runtime.write(
            .object(CustomObject(notes, type: kind)))
    }
}

/// Finds the links of a page by a regular expression, as PowerShell's basic parsing does, without an HTML parser.
private enum HTMLLinks {
    static func all(in text: String) -> [Value] {
        guard
            let link = try? RegularExpression(
                "<a\\s[^>]*?href\\s*=\\s*[\"']?([^\"'\\s>]*)[^>]*>.*?</a>", [.ignoreCase, .singleline]),
            let matches = try? link.matches(in: Array(text.utf8))
        else { return [] }
        let bytes = Array(text.utf8)
        return matches.map { match in
            let part = { (place: Int) in
                match.groups.indices.contains(place)
                    ? match.groups[place].map { String(decoding: bytes[$0], as: UTF8.self) } ?? "" : ""
            }
            return .object(
                CustomObject([("outerHTML", .string(part(0))), ("tagName", .string("A")), ("href", .string(part(1)))]))
        }
    }
}
