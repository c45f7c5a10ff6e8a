import EngineTestSupport
import Glibc
import Testing

/// Invoke-WebRequest and Invoke-RestMethod against a server on the loopback interface.
@Suite struct WebTests {
    /// Accepts one connection, records the request and sends the answer.
    private final class Server: @unchecked Sendable {
        // Unchecked: `request` is read only after the thread has ended.
        let port: UInt16
        private let socket: Int32
        private var thread = pthread_t()
        private let answer: String
        private var request: [UInt8] = []

        init(_ answer: String) throws {
            self.answer = answer
            socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let handle = socket
            let isBound = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(handle, $0, length) == 0 && listen(handle, 1) == 0 && getsockname(handle, $0, &length) == 0
                }
            }
            try #require(isBound)
            port = UInt16(bigEndian: address.sin_port)
            pthread_create(
                &thread, nil,
                { context in
                    context.map { Unmanaged<Server>.fromOpaque($0).takeUnretainedValue().serve() }
                    return nil
                }, Unmanaged.passUnretained(self).toOpaque())
        }

        private func serve() {
            let connection = accept(socket, nil, nil)
            var buffer = [UInt8](repeating: 0, count: 4096)
            // Until the headers, and a body of the length that they announce, are complete.
            while true {
                let count = read(connection, &buffer, buffer.count)
                guard count > 0 else { break }
                request += buffer[..<count]
                let text = String(decoding: request, as: UTF8.self).replacing("\r\n", with: "\n")
                guard let end = text.ranges(of: "\n\n").first else { continue }
                let length =
                    text.split(separator: "\n").first { $0.lowercased().hasPrefix("content-length:") }
                    .flatMap { Int($0.split(separator: " ").last ?? "0") } ?? 0
                if text[end.upperBound...].utf8.count >= length { break }
            }
            let bytes = Array(answer.replacing("\n", with: "\r\n").utf8)
            _ = write(connection, bytes, bytes.count)
            close(connection)
        }

        func finish() -> String {
            pthread_join(thread, nil)
            close(socket)
            return String(decoding: request, as: UTF8.self).replacing("\r\n", with: "\n")
        }
    }

    @Test func `JSON becomes an object, and a table a form`() throws {
        let server = try Server("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 15\n\n{\"name\": \"one\"}")
        let shown = TestSession().run(
            "(Invoke-RestMethod http://127.0.0.1:\(server.port)/a -Method Post -Body @{ 'a b' = 'c&d' }).name")
        #expect(shown == "one\n")
        let request = server.finish()
        #expect(request.hasPrefix("POST /a HTTP/1.1\n"))
        #expect(request.hasSuffix("\n\na%20b=c%26d"))
    }

    @Test func `an answer that is no success is an error with its text`() throws {
        let server = try Server("HTTP/1.1 404 Not Found\nContent-Type: text/plain\nContent-Length: 4\n\nnone")
        let shown = TestSession().run(
            "try { Invoke-WebRequest http://127.0.0.1:\(server.port)/ } catch { $_.FullyQualifiedErrorId; \"$_\"; $_.Exception.Message }"
        )
        #expect(
            shown == """
                WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeWebRequestCommand
                none
                Response status code does not indicate success: 404 (Not Found).

                """)
        _ = server.finish()
    }

    @Test func `headers go out and come back, and bytes into a file`() throws {
        let server = try Server("HTTP/1.1 200 OK\nX-Back: 1\nContent-Type: application/octet-stream\nContent-Length: 3\n\nabc")
        let session = TestSession()
        let shown = session.run(
            "$file = New-TemporaryFile; Invoke-WebRequest http://127.0.0.1:\(server.port)/ -Headers @{ 'X-To' = 'a\"b' } -OutFile $file.FullName "
                + "-ResponseHeadersVariable back; Get-Content -Raw $file.FullName; $back['X-Back']; Remove-Item $file.FullName")
        #expect(shown == "abc\n1\n")
        #expect(server.finish().contains("\nX-To: a\"b\n"))
    }

    @Test func `what cannot be sent says so`() {
        let session = TestSession()
        #expect(
            session.run("Invoke-WebRequest http://127.0.0.1:1/ -Headers @{ a = \"b`nc: d\" }").contains("cannot hold a line end"))
        #expect(session.run("Invoke-WebRequest http://127.0.0.1:1/").contains("connect"))
        #expect(session.run("Invoke-WebRequest file:///etc/passwd").contains("not supported"))
        #expect(
            session.run("Invoke-RestMethod http://127.0.0.1:1/ -Token (ConvertTo-SecureString x -AsPlainText)").contains(
                "-AllowUnencryptedAuthentication"))
        #expect(session.run("Invoke-RestMethod https://127.0.0.1:1/ -Authentication Basic").contains("needs a -Credential"))
        #expect(session.run("Invoke-RestMethod https://127.0.0.1:1/ -Authentication Bearer").contains("need a -Token"))
    }
}
