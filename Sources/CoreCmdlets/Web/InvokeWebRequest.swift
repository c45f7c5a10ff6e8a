import CmdletKit
import Values

/// Invoke-WebRequest.
struct InvokeWebRequest: Cmdlet {
    private var web = WebParameters()
    private var authentication: String?
    private var allowUnencrypted: Switch = false
    private var noProxy: Switch = false
    private var skipCertificateCheck: Switch = false
    private var skipErrorCheck: Switch = false
    private var basicParsing: Switch = false
    private var statusVariable: String?
    private var headersVariable: String?

    static let declaration = CmdletDeclaration<Self>(
        "Invoke-WebRequest", aliases: ["iwr"], synopsis: "Sends a request over HTTP and gives the answer as an object.",
        parameters: [
            Parameter("Uri", \.web.uri, position: 0, mandatory: true, help: "The address; http:// where it names no protocol."),
            Parameter(
                "Method", \.web.method,
                validate: [
                    .set(
                        ["Default", "Get", "Head", "Post", "Put", "Delete", "Trace", "Options", "Merge", "Patch"], ignoreCase: true)
                ],
                help: "The method."),
            Parameter("CustomMethod", \.web.customMethod, aliases: ["CM"], help: "Another method."),
            Parameter("Body", \.web.body, pipeline: .byValue, help: "A text, bytes, or a hashtable as a form."),
            Parameter("Form", \.web.form, help: "A hashtable as multipart/form-data; files are sent as such."),
            Parameter("Headers", \.web.headers, help: "A hashtable of headers."),
            Parameter("ContentType", \.web.contentType, help: "What the body is."),
            Parameter("InFile", \.web.inFile, completer: .paths, help: "A file that is the body."),
            Parameter("OutFile", \.web.outFile, completer: .paths, help: "Where the answer is written."),
            Parameter("UserAgent", \.web.userAgent, help: "What the request says of its sender."),
            Parameter(
                "TimeoutSec", \.web.timeout, aliases: ["ConnectionTimeoutSeconds", "OperationTimeoutSeconds"],
                validate: [.range(min: 0, max: 2_147_483_647)], help: "Seconds; 0 for no limit."),
            Parameter(
                "MaximumRedirection", \.web.maximumRedirection, validate: [.range(min: 0, max: 2_147_483_647)],
                help: "How many redirections are followed."),
            Parameter(
                "MaximumRetryCount", \.web.maximumRetryCount, validate: [.range(min: 0, max: 2_147_483_647)],
                help: "How often it is tried again."),
            Parameter(
                "RetryIntervalSec", \.web.retryInterval, validate: [.range(min: 1, max: 2_147_483_647)], help: "Seconds between."),
            Parameter("Credential", \.web.credential, help: "A name and a password for basic authentication."),
            Parameter("Token", \.web.token, help: "A token for bearer authentication, as a SecureString."),
            Parameter(
                "Authentication", \.authentication, validate: [.set(["None", "Basic", "Bearer", "OAuth"], ignoreCase: true)],
                help: "Which of the two."),
            Parameter("AllowUnencryptedAuthentication", \.allowUnencrypted, help: "Credentials may go over http."),
            Parameter("Proxy", \.web.proxy, help: "A proxy's address."),
            Parameter("NoProxy", \.noProxy, help: "No proxy, whatever the environment says."),
            Parameter("SkipCertificateCheck", \.skipCertificateCheck, help: "Any certificate will do."),
            Parameter("SkipHttpErrorCheck", \.skipErrorCheck, help: "Answers that are no success are no errors."),
            Parameter("UseBasicParsing", \.basicParsing, help: "Taken for compatibility."),
            Parameter("StatusCodeVariable", \.statusVariable, help: "A variable for the status."),
            Parameter("ResponseHeadersVariable", \.headersVariable, aliases: ["RHV"], help: "A variable for the headers."),
        ], outputs: ["Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject"],
        examples: [Example("(Invoke-WebRequest https://example.org).StatusCode", "Whether a site answers.", runs: .never)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        web.noProxy = noProxy.isOn
        web.skipCertificateCheck = skipCertificateCheck.isOn
        let options = WebAnswer(
            skipsErrorCheck: skipErrorCheck.isOn, allowsUnencrypted: allowUnencrypted.isOn, statusVariable: statusVariable,
            headersVariable: headersVariable)
        guard let response = try options.answer(to: web, runtime) else { return }
        let text = response.isText ? response.text : ""
        let kind = response.isText ? "BasicHtmlWebResponseObject" : "WebResponseObject"
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
            .object(CustomObject(notes, typeNames: ["Microsoft.PowerShell.Commands." + kind, "System.Object"])))
    }
}

/// The links of a page, found as Invoke-WebRequest finds them: by a pattern, not by a reader of HTML.
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
