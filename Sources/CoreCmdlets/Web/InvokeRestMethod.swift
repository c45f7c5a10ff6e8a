import CmdletKit
import Values

/// Invoke-RestMethod.
struct InvokeRestMethod: Cmdlet {
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
        "Invoke-RestMethod", aliases: ["irm"],
        synopsis: "Sends a request over HTTP and gives what the answer holds: JSON as objects, XML.",
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
        ], outputs: ["System.Object", "System.String", "System.Xml.XmlDocument"],
        examples: [Example("(Invoke-RestMethod https://example.org/status.json).state", "A value of an answer.", runs: .never)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        web.noProxy = noProxy.isOn
        web.skipCertificateCheck = skipCertificateCheck.isOn
        let options = WebAnswer(
            skipsErrorCheck: skipErrorCheck.isOn, allowsUnencrypted: allowUnencrypted.isOn, statusVariable: statusVariable,
            headersVariable: headersVariable)
        guard let response = try options.answer(to: web, runtime) else { return }
        let text = response.text
        if response.isXML, let document = try? XMLParser.document(text) {
            try runtime.write(XMLObject.box(document))
            return
        }
        var reader = JSONReader(text, maximumDepth: 1024, asHashtable: false)
        if response.isJSON || text.drop(while: \.isWhitespace).first.map({ "{[".contains($0) }) == true,
            let value = try? reader.read()
        {
            try runtime.write(value)
            return
        }
        try runtime.write(.string(text))
    }
}
