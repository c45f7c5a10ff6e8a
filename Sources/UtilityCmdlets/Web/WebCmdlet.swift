import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// What Invoke-WebRequest and Invoke-RestMethod do not share.
protocol WebCmdletKind {
    /// The cmdlet's declaration.
    static var declaration: CmdletDeclaration<WebCmdlet<Self>> { get }
    /// Writes what the response holds.
    /// - Throws: what writing to the pipeline throws.
    static func write(_ response: WebResponse, _ runtime: any CmdletRuntime) throws
}

/// A cmdlet that sends an HTTP request. Parameters, authentication and errors are the same for both kinds.
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

    /// The declaration of a kind, with the shared parameters.
    static func declaration(
        _ name: String, alias: String, synopsis: String, description: String, outputs: [String], examples: [Example]
    ) -> CmdletDeclaration<Self> {
        CmdletDeclaration(
            name, aliases: [alias], synopsis: synopsis, description: description, parameters: parameters, outputs: outputs,
            examples: examples)
    }

    private static var parameters: [Parameter<Self>] {
        [
            Parameter(
                \.web.uri, position: 0, mandatory: true,
                help: "The address to ask; http:// where it names no protocol. Only http and https are spoken."),
            Parameter(
                \.web.method,
                validate: [
                    .set(
                        ["Default", "Get", "Head", "Post", "Put", "Delete", "Trace", "Options", "Merge", "Patch"], ignoreCase: true)
                ],
                help: "The method of the request; Get without it, or Post where there is a body."),
            Parameter(\.web.customMethod, aliases: ["CM"], help: "A method that -Method does not list."),
            Parameter(
                \.web.body, pipeline: .byValue,
                help: "The body: a text, bytes, or a hashtable, which becomes a form or, with Get, the query of the address."),
            Parameter(
                \.web.form,
                help: "A hashtable that is sent as multipart/form-data; files of Get-Item are sent with their contents."),
            Parameter(\.web.headers, help: "A hashtable of headers for the request."),
            Parameter(
                \.web.contentType, help: "The media type of the body; application/x-www-form-urlencoded without it."),
            Parameter(\.web.inFile, completer: .paths, help: "A file whose bytes are the body."),
            Parameter(
                \.web.outFile, completer: .paths,
                help: "A file that takes the answer's bytes; nothing is written to the pipeline then."),
            Parameter(\.web.userAgent, help: "What the request says of its sender."),
            Parameter(
                \.web.timeout, named: "TimeoutSec", aliases: ["ConnectionTimeoutSeconds", "OperationTimeoutSeconds"],
                validate: [.range(min: 0, max: 2_147_483_647)],
                help: "How many seconds the whole may take at most; 0 for no limit, which is the default."),
            Parameter(
                \.web.maximumRedirection, validate: [.range(min: 0, max: 2_147_483_647)],
                help: "How many redirections are followed, 50 without it; 0 follows none."),
            Parameter(
                \.web.maximumRetryCount, validate: [.range(min: 0, max: 2_147_483_647)],
                help: "How often a request is sent again where the server was busy or the connection failed; 0 without it."),
            Parameter(
                \.web.retryInterval, named: "RetryIntervalSec", validate: [.range(min: 1, max: 2_147_483_647)],
                help: "How many seconds to wait before a request is sent again; 5 without it."),
            Parameter(\.web.credential, help: "A user and a password for basic authentication."),
            Parameter(\.web.token, help: "A token for bearer authentication, as a SecureString."),
            Parameter(
                \.authentication, validate: [.set(["None", "Basic", "Bearer", "OAuth"], ignoreCase: true)],
                help: "How -Credential or -Token are sent: None, Basic, Bearer or OAuth (the same as Bearer)."),
            Parameter(
                \.allowUnencrypted, named: "AllowUnencryptedAuthentication",
                help: "Lets a password or token go over http, where anybody on the way can read it."),
            Parameter(
                \.web.proxy, help: "The address of a proxy; without it the environment's (http_proxy, https_proxy)."),
            Parameter(\.noProxy, help: "Uses no proxy, whatever the environment says."),
            Parameter(
                \.skipCertificateCheck,
                help: "Takes any certificate of the server: for tests with a server of one's own only."),
            Parameter(
                \.skipErrorCheck, named: "SkipHttpErrorCheck",
                help: "Writes answers whose status is no success as well, instead of an error."),
            Parameter(
                \.basicParsing, named: "UseBasicParsing", help: "Taken for compatibility: pages are never read any other way."),
            Parameter(
                \.statusVariable, named: "StatusCodeVariable",
                help: "The name of a variable that takes the answer's status code, without $."),
            Parameter(
                \.headersVariable, named: "ResponseHeadersVariable", aliases: ["RHV"],
                help: "The name of a variable that takes the answer's headers, without $."),
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
        // With -OutFile curl has written the content to the file.
        if request.outputFile == nil { try Kind.write(response, runtime) }
    }

    /// Checks that the secrets which -Authentication needs are there, and that no secret goes over http.
    /// - Throws: `ValueError` if one is missing, or would go over http without -AllowUnencryptedAuthentication.
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
