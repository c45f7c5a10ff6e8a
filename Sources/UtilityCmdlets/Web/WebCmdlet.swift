import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// What Invoke-WebRequest and Invoke-RestMethod differ in.
protocol WebCmdletKind {
    static var declaration: CmdletDeclaration<WebCmdlet<Self>> { get }
    /// Gives what an answer holds.
    static func write(_ response: WebResponse, _ runtime: any CmdletRuntime) throws
}

/// A cmdlet that sends a request over HTTP: parameters, secrets and errors are the same for both kinds.
struct WebCmdlet<Kind: WebCmdletKind>: Cmdlet {
    private var web = WebParameters()
    private var authentication: String?
    private var allowUnencrypted: Switch = false
    private var noProxy: Switch = false
    private var skipCertificateCheck: Switch = false
    private var skipErrorCheck: Switch = false
    private var basicParsing: Switch = false
    private var statusVariable: String?
    private var headersVariable: String?

    static var declaration: CmdletDeclaration<Self> { Kind.declaration }

    static func declaration(_ name: String, alias: String, synopsis: String, outputs: [String], example: Example)
        -> CmdletDeclaration<Self>
    {
        CmdletDeclaration(
            name, aliases: [alias], synopsis: synopsis, parameters: parameters, outputs: outputs, examples: [example])
    }

    private static var parameters: [Parameter<Self>] {
        [
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
        ]
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        web.noProxy = noProxy.isOn
        web.skipCertificateCheck = skipCertificateCheck.isOn
        let request = try web.request(try runtime.service(Engine.self))
        try checkSecrets(request)
        let response = try runtime.blocking { try request.send() }
        let scope = try runtime.frame.scope
        if let statusVariable { try scope.set(statusVariable, .int(Int32(clamping: response.status))) }
        if let headersVariable { try scope.set(headersVariable, .object(response.headerTable)) }
        if !response.isSuccess, !skipErrorCheck.isOn { throw TerminatingError(response.failure()) }
        // What went into a file is not written as well.
        if request.outputFile == nil { try Kind.write(response, runtime) }
    }

    private func checkSecrets(_ request: WebRequest) throws {
        func refusal(_ text: String, _ id: String) -> ValueError {
            ValueError(text, id: id, exception: "System.ArgumentException", category: "InvalidArgument")
        }
        switch authentication?.lowercased() {
        case "basic" where request.login == nil:
            throw refusal("-Authentication Basic needs a -Credential.", "WebCmdletAuthenticationCredentialNotSuppliedException")
        case "bearer" where web.token.isNull, "oauth" where web.token.isNull:
            throw refusal("-Authentication Bearer and OAuth need a -Token.", "WebCmdletAuthenticationTokenNotSuppliedException")
        default: break
        }
        let hasSecret = request.login != nil || !web.token.isNull
        guard !hasSecret || allowUnencrypted.isOn || request.uri.lowercased().hasPrefix("https:") else {
            throw refusal(
                "Credentials and tokens are not sent over http. Use https, or -AllowUnencryptedAuthentication.",
                "WebCmdletAllowUnencryptedAuthenticationRequiredException")
        }
    }
}
