import Glibc
import LinuxSystem
import Testing

@Suite struct ProcessTests {
    @Test func toolOutputAndExitCode() throws {
        let result = try runTool("/bin/sh", ["-c", "cat; echo out; echo err >&2; exit 7"], input: Array("in\n".utf8))
        #expect(result.outputText == "in\nout\n")
        #expect(result.errorText == "err")
        #expect(result.exitCode == 7)
    }

    @Test func largeInputAndBoundedOutput() throws {
        let input = [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000)
        let result = try runTool("/bin/cat", [], input: input, outputLimit: 1_000_000)
        #expect(result.output.count == 1_000_000)
        #expect(result.truncated)
        let deaf = try runTool("/bin/true", [], input: input)
        #expect(deaf.exitCode == 0)
    }

    @Test func timeoutKillsTheGroup() throws {
        let begin = monotonicSeconds()
        let result = try runTool("/bin/sh", ["-c", "sleep 30 & sleep 30"], timeout: 0.3)
        #expect(result.timedOut && result.exitCode == 137)
        #expect(monotonicSeconds() - begin < 5)
    }

    @Test func aProcessLeftBehindDoesNotHoldTheTool() throws {
        let begin = monotonicSeconds()
        let result = try runTool("/bin/sh", ["-c", "sleep 4 & echo done"])
        #expect(result.outputText == "done\n")
        #expect(monotonicSeconds() - begin < 3)
    }

    @Test func missingProgramSaysWhat() {
        #expect(throws: SystemError(ENOENT, "execute", "/nowhere")) {
            _ = try spawn("/nowhere", SpawnOptions(arguments: ["x"]))
        }
    }

    @Test func descriptorsAreMappedAndOthersClosed() throws {
        let pipe = try Descriptor.pipe()
        var options = SpawnOptions(arguments: ["sh", "-c", "ls /proc/self/fd | tr '\\n' ' ' >&5"])
        options.descriptors = [5: pipe.write.raw]
        let child = try spawn("/bin/sh", options)
        pipe.write.close()
        #expect(child.wait() == 0)
        // 3 is the descriptor that ls itself opens for the folder.
        #expect(String(decoding: try readToEnd(pipe.read.raw, limit: 1000), as: UTF8.self) == "0 1 2 3 5 ")
    }

    @Test func identityTellsARecycledNumber() throws {
        var options = SpawnOptions(arguments: ["sleep", "20"])
        options.newSession = true
        let child = try spawn("/bin/sleep", options)
        let identity = try #require(ProcessIdentity(pid: child.pid))
        #expect(identity.isAlive)
        #expect(ProcessStat.read(pid: child.pid)?.session == child.pid)
        var other = identity
        other.startTime &-= 1
        #expect(!other.isAlive)
        #expect(ProcessHandle(other) == nil)
        let handle = try #require(ProcessHandle(identity))
        try handle.signal(SIGKILL)
        #expect(handle.waitEnd(timeout: 5))
        #expect(!identity.isAlive)
        #expect(child.wait() == 137)
    }

    @Test func statNamesMayHoldParentheses() throws {
        let line = "42 (a) b) (c) S 1 42 42 0 -1 4194560 1 2 3 4 500 60 7 8 20 0 3 0 12345 4096000 321 18446744073709551615"
        let stat = try #require(ProcessStat.parse(Array(line.utf8)))
        #expect(
            stat.name == "a) b) (c" && stat.parent == 1 && stat.userTime == 500 && stat.startTime == 12345
                && stat.residentPages == 321)
        #expect(ProcessStat.parse(Array("x".utf8)) == nil)
        #expect(ProcessStat.parse([]) == nil)
    }

    @Test func ownStatus() throws {
        let status = try #require(ProcessStatus.read(pid: getpid()))
        #expect(status.namespacePIDs.last == getpid())
        #expect(status.users.first == getuid())
        #expect((status.bytes("VmRSS") ?? 0) > 0)
    }
}
