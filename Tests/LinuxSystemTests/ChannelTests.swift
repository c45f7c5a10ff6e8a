import Glibc
import LinuxSystem
import Testing

@Suite struct ChannelTests {
    @Test func descriptorsCrossASocket() throws {
        let (a, b) = try UnixSocket.pair()
        let pipe = try Descriptor.pipe()
        try UnixSocket.send(Array("hi".utf8), descriptors: [pipe.write.raw], over: a.raw)
        let got = try UnixSocket.receive(atMost: 10, from: b.raw)
        #expect(got.bytes == Array("hi".utf8))
        let received = try #require(got.descriptors.first)
        try writeFully(received.raw, "through")
        received.close()
        pipe.write.close()
        #expect(try readToEnd(pipe.read.raw, limit: 100) == Array("through".utf8))
    }

    @Test func listenAtALongPath() throws {
        let folder = try Folders.makeTemporary()
        defer { try? Folders.removeTree(folder) }
        let deep = "\(folder)/" + String(repeating: "d", count: 120)
        try Folders.make(deep, mode: 0o700)
        let listener = try UnixSocket.listen("\(deep)/socket")
        let client = try UnixSocket.connect("\(deep)/socket")
        let server = try UnixSocket.accept(listener, timeout: 5)
        #expect(try UnixSocket.peer(of: server.raw).pid == getpid())
        try writeFully(client.raw, "abc")
        #expect(try readFully(server.raw, 3) == Array("abc".utf8))
        client.close()
        #expect(try readFully(server.raw, 1) == nil)
        #expect(throws: SystemError(ETIMEDOUT, "accept a connection")) { try UnixSocket.accept(listener, timeout: 0.02) }
    }

    @Test func aChildOnAPseudoTerminal() throws {
        let terminal = try PseudoTerminal(columns: 91, rows: 17)
        var options = SpawnOptions(arguments: ["sh", "-c", "stty size; tty >/dev/null && echo terminal; echo x >/dev/tty"])
        options.setStandard(input: terminal.peer.raw, output: terminal.peer.raw, error: terminal.peer.raw)
        options.newSession = true
        options.controllingTerminal = 0
        let child = try spawn("/bin/sh", options)
        terminal.peer.close()
        #expect(child.wait() == 0)
        let text = String(decoding: try readToEnd(terminal.controller.raw, limit: 1000), as: UTF8.self)
        #expect(text == "17 91\r\nterminal\r\nx\r\n")
    }
}
