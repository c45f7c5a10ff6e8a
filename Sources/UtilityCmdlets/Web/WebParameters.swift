import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// The parameters that the two cmdlets share, and the request that they make.
struct WebParameters {
    var uri = ""
    var method: String?
    var customMethod: String?
    var body: Value = .null
    var form: Value = .null
    var headers: Value = .null
    var contentType: String?
    var inFile: String?
    var outFile: String?
    var userAgent: String?
    var timeout = 0
    var maximumRedirection: Int?
    var maximumRetryCount = 0
    var retryInterval = 5
    var credential: Value = .null
    var token: Value = .null
    var proxy: String?
    var noProxy = false
    var skipCertificateCheck = false

    /// The request.
    /// - Throws: `ValueError` if an element of a body is no byte.
    func request(_ engine: Engine) throws -> WebRequest {
        var request = WebRequest()
        request.uri = uri.contains("://") ? uri : "http://" + uri
        request.method = (customMethod ?? method).map { $0.uppercased() }
        if request.method == "DEFAULT" { request.method = nil }
        request.headers = (headers.asObject(HashtableObject.self)?.pairs ?? []).map { ($0.key.displayText, $0.value.displayText) }
        if let contentType { set("Content-Type", contentType, &request) }
        if let userAgent { request.userAgent = userAgent }
        try take(body, &request, engine)
        request.bodyFile = inFile.map { engine.fileSystem.hostPath($0) }
        if request.bodyFile != nil || request.body != nil { request.method = request.method ?? "POST" }
        for pair in form.asObject(HashtableObject.self)?.pairs ?? [] {
            for value in pair.value.enumeratedOrSelf {
                let file = value.asObject(FileItem.self)
                request.form.append((pair.key.displayText, file?.hostPath ?? value.displayText, file != nil))
            }
        }
        request.outputFile = outFile.map { engine.fileSystem.hostPath($0) }
        request.timeout = max(0, timeout)
        if let maximumRedirection { request.redirections = max(0, maximumRedirection) }
        request.retries = maximumRetryCount
        request.retryInterval = retryInterval
        request.proxy = proxy
        request.ignoresProxy = noProxy
        request.trustsAnyCertificate = skipCertificateCheck
        if let login = credential.asObject(CredentialObject.self) { request.login = "\(login.userName):\(login.password.text)" }
        if let token = token.asObject(SecureStringObject.self) { set("Authorization", "Bearer " + token.text, &request) }
        return request
    }

    private func set(_ name: String, _ value: String, _ request: inout WebRequest) {
        request.headers.removeAll { $0.0.equalsIgnoringCase(name) }
        request.headers.append((name, value))
    }

    /// Adds -Body: a hashtable is the query of the address for GET, else a form in the body; bytes and text are the body as they
    /// are.
    private func take(_ body: Value, _ request: inout WebRequest, _ engine: Engine) throws {
        guard !body.isNull else { return }
        let isGet = request.method == nil || request.method == "GET"
        if let table = body.asObject(HashtableObject.self) {
            let query = table.pairs.map { "\(Self.escaped($0.key.displayText))=\(Self.escaped($0.value.displayText))" }
                .joined(separator: "&")
            if isGet {
                request.uri += (request.uri.contains("?") ? "&" : "?") + query
            } else {
                request.body = Array(query.utf8)
                if !request.headers.contains(where: { $0.0.equalsIgnoringCase("Content-Type") }) {
                    set("Content-Type", "application/x-www-form-urlencoded", &request)
                }
            }
            return
        }
        if let elements = body.enumerated {
            request.body = try elements.map { UInt8(truncatingIfNeeded: try Conversion.integer($0)) }
        } else {
            request.body = Array(body.displayText.utf8)
        }
        if !request.headers.contains(where: { $0.0.equalsIgnoringCase("Content-Type") }) {
            set("Content-Type", "application/x-www-form-urlencoded", &request)
        }
    }

    /// Percent-encodes all but the unreserved characters (RFC 3986, 2.3).
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte -> String in
            let isPlain = byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
            if isPlain || "-._~".utf8.contains(byte) { return String(Unicode.Scalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
