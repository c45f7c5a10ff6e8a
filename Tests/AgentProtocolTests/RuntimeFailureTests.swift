import AgentProtocol
import LinuxSystem
import Testing

@Suite struct RuntimeFailureTests {
    @Test func theLogsLastErrorIsTheMessage() throws {
        let log = try Folders.makeTemporary() + "/log"
        defer { try? Folders.removeTree(Files.split(log).folder) }
        #expect(RuntimeFailure(log: log, else: "it ended with 1") == RuntimeFailure("it ended with 1"))
        let lines = """
            {"level":"error","msg":"first","time":"t"}
            {"level":"error","msg":"exec of \\"x\\" failed","time":"t"}
            {"level":"warning","msg":"something else","time":"t"}
            {"level":"err
            """
        try Files.write(Array(lines.utf8), to: log)
        #expect(RuntimeFailure(log: log, else: "").message == "exec of \"x\" failed")
    }

    /// No word of a message decides: the same message means what the files say.
    @Test func theFilesTellTheReason() throws {
        let root = try Folders.makeTemporary()
        defer { try? Folders.removeTree(root) }
        let failure = RuntimeFailure("executable file not found; permission denied; no such file or directory")
        func reason(_ program: String) -> RuntimeFailure.Reason {
            let lookup = ProgramLookup(program: program, environment: [], workingDirectory: "/", user: 0, group: 0)
            return failure.explained(by: lookup, in: root).reason
        }
        #expect(reason("/x") == .programNotFound)
        try Files.write([], to: root + "/x", mode: 0o600)
        #expect(reason("/x") == .programNotExecutable)
        try Files.setMode(root + "/x", 0o700)
        #expect(reason("/x") == .other)
        #expect(
            failure.explained(
                by: ProgramLookup(program: "x", environment: [], workingDirectory: "/", user: 0, group: 0), in: "/none") == failure)
    }
}
