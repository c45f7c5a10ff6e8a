import CmdletKit
import LinuxSystem
import Values

/// An HTTP request, which curl sends. Its options are written to curl's configuration on a descriptor: the list of arguments, with
/// passwords and tokens in it, could be read by every user in /proc.
struct WebRequest {
    var uri = ""
    var method: String?
    var headers: [(String, String)] = []
    var body: [UInt8]?
    var bodyFile: String?
    var form: [(name: String, value: String, isFile: Bool)] = []
    /// The argument of curl's `user` option, `user:password`, for basic authentication.
    var login: String?
    var outputFile: String?
    var userAgent = "Mozilla/5.0 (Linux; Linux; en-US) PowerShell/7.6.0"
    var timeout = 0
    var redirections = 50
    var retries = 0
    var retryInterval = 5
    var proxy: String?
    var ignoresProxy = false
    var trustsAnyCertificate = false

    private static let program = "/usr/bin/curl"
    private static let longest = 86_400

    /// A value in double quotes for curl's configuration.
    /// - Throws: `ValueError` if it has a line end or NUL: a line end would begin another option.
    private static func quoted(_ text: String) throws -> String {
        guard !text.utf8.contains(10), !text.utf8.contains(13), !text.utf8.contains(0) else {
            throw ValueError(
                "A header, an address or a name in a request cannot hold a line end.", id: "ArgumentException",
                exception: "System.ArgumentException", category: "InvalidArgument")
        }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// The request as a configuration file of curl, an option a line.
    /// - Throws: as `quoted(_:)`.
    private func configuration() throws -> String {
        let quoted = Self.quoted
        var lines = [
            "url = \(try quoted(uri))", "silent", "show-error", "globoff", "dump-header = \"/dev/stderr\"",
            "proto = \"=http,https\"",
            "user-agent = \(try quoted(userAgent))", "compressed",
        ]
        if redirections > 0 { lines += ["location", "max-redirs = \(redirections)"] }
        if let method { lines.append(method == "HEAD" ? "head" : "request = \(try quoted(method))") }
        for (name, value) in headers { lines.append("header = \(try quoted(value.isEmpty ? "\(name);" : "\(name): \(value)"))") }
        if let bodyFile { lines.append("data-binary = \(try quoted("@" + bodyFile))") }
        if body != nil { lines.append("data-binary = \"@-\"") }
        for part in form {
            lines.append(
                "\(part.isFile ? "form" : "form-string") = \(try quoted("\(part.name)=\(part.isFile ? "@" : "")\(part.value)"))")
        }
        if let login { lines += ["basic", "user = \(try quoted(login))"] }
        if let outputFile { lines.append("output = \(try quoted(outputFile))") }
        if timeout > 0 { lines.append("max-time = \(timeout)") }
        if retries > 0 { lines += ["retry = \(retries)", "retry-delay = \(retryInterval)"] }
        if let proxy { lines.append("proxy = \(try quoted(proxy))") }
        if ignoresProxy { lines.append("noproxy = \"*\"") }
        if trustsAnyCertificate { lines.append("insecure") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Sends the request and waits for the response.
    /// - Throws: `ValueError` if there is no response. A response with an error status is returned.
    func send() throws -> WebResponse {
        let text = Array(try configuration().utf8)
        // The configuration is written to a pipe before curl reads it, so it has to fit into the pipe's 64 KiB.
        guard text.count < 60_000 else {
            throw ValueError(
                "The headers and names of a request may take 60,000 bytes, and these take \(text.count).", id: "ArgumentException",
                exception: "System.ArgumentException", category: "InvalidArgument")
        }
        let result = try run(text)
        guard var response = WebResponse(headers: result.errorOutput, content: result.output) else {
            throw Self.failure(result, uri)
        }
        guard result.exitCode == 0 || response.status >= 300 else { throw Self.failure(result, uri) }
        response.uri = uri
        return response
    }

    /// Runs curl with the configuration on descriptor 3 and the body on standard input.
    private func run(_ configuration: [UInt8]) throws -> ToolResult {
        let limit = Double(timeout > 0 ? timeout + 5 : Self.longest)
        do {
            let (read, write) = try Descriptor.pipe()
            try writeFully(write.raw, String(decoding: configuration, as: UTF8.self))
            write.close()
            let descriptors: [Int32: Int32] = [3: read.raw]
            return try runTool(
                Self.program, ["--config", "/dev/fd/3"], input: body ?? [], descriptors: descriptors, timeout: limit,
                outputLimit: 1 << 30)
        } catch {
            throw ValueError(
                "The program curl cannot be run: \(error). Install it with: apt-get install curl", id: "WebCmdletProgramMissing",
                exception: "System.InvalidOperationException", category: "NotInstalled")
        }
    }

    private static func failure(_ result: ToolResult, _ uri: String) -> ValueError {
        // curl's message looks like `curl: (6) Could not resolve host: nowhere`.
        let lines = result.errorText.split(separator: "\n").map(String.init)
        let text = lines.last { $0.hasPrefix("curl:") }.map { String($0.drop { $0 != ")" }.dropFirst(2)) } ?? ""
        let isTime = result.timedOut || result.exitCode == 28
        let reason = isTime ? "The operation has timed out." : text.isEmpty ? "The server did not answer as HTTP has it." : text
        return ValueError(
            "\(reason) (\(uri))", id: isTime ? "OperationTimeoutReached" : "WebCmdletWebResponseException",
            exception: isTime ? "System.Threading.Tasks.TaskCanceledException" : "System.Net.Http.HttpRequestException",
            category: isTime ? "OperationTimeout" : "InvalidOperation")
    }
}
