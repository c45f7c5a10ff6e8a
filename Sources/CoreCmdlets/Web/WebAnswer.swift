import CmdletKit
import Engine
import Values

/// What both web cmdlets do with a request and its answer.
struct WebAnswer {
    let skipsErrorCheck: Bool
    let allowsUnencrypted: Bool
    let statusVariable: String?
    let headersVariable: String?

    /// - Returns: nil where the answer went into a file.
    /// - Throws: for an answer that is no success, unless that is not to be checked.
    func answer(to web: WebParameters, _ runtime: any CmdletRuntime) throws -> WebResponse? {
        let request = try web.request(try runtime.service(Engine.self))
        let hasSecret = request.login != nil || !web.token.isNull
        guard !hasSecret || allowsUnencrypted || request.uri.lowercased().hasPrefix("https:") else {
            throw ValueError(
                "Credentials and tokens are not sent over http. Use https, or -AllowUnencryptedAuthentication.",
                id: "WebCmdletAllowUnencryptedAuthenticationRequiredException", exception: "System.ArgumentException",
                category: "InvalidArgument")
        }
        let response = try runtime.blocking { try request.send() }
        let scope = try runtime.frame.scope
        if let statusVariable { try scope.set(statusVariable, .int(Int32(clamping: response.status))) }
        if let headersVariable { try scope.set(headersVariable, .object(response.headerTable)) }
        if !response.isSuccess, !skipsErrorCheck { throw TerminatingError(response.failure()) }
        return request.outputFile == nil ? response : nil
    }
}
