import Containers
import Glibc
import LinuxSystem
import Testing

@Suite("A container in a utility VM", .serialized, .enabled(if: SandboxFixture.whyNot == nil))
struct SandboxTests {
    let fixture: SandboxFixture
    let id = "6f9619ff-8b86-4011-b42d-00c04fc964ff"

    init() throws { fixture = try SandboxFixture.shared.get() }

    @Test func startsRunsAndStops() throws {
        let context = try fixture.context(id: id)
        defer { fixture.remove(context) }
        let sandbox = UtilityVMSandbox(context)
        defer { sandbox.cleanUp() }
        let begin = monotonicSeconds()
        let processes = try sandbox.start()
        print("started after \(monotonicSeconds() - begin)")
        let worker = try #require(processes.workerPID)
        #expect(ProcessStat.read(pid: worker)?.name == "vmwp")
        let status = try #require(ProcessStatus.read(pid: worker))
        #expect(status.users.allSatisfy { $0 == processes.workerUser && $0 != 0 })
        #expect(status["CapEff"] == "0000000000000000" && status["CapPrm"] == "0000000000000000")
        #expect(status["Seccomp"] == "2" && status["NoNewPrivs"] == "1")

        let t = monotonicSeconds()
        let hello = try run(sandbox, "echo", "hello")
        print("exec after \(monotonicSeconds() - t)")
        #expect(hello.output == "hello\n" && hello.error == "" && hello.code == 0)
        let kernel = try run(sandbox, "uname", "-r")
        print("kernel", kernel)
        print(try run(sandbox, "ps"))
        #expect(try run(sandbox, "cat", input: "through\n").output == "through\n")
        #expect(try run(sandbox, "sh", "-c", "echo bad >&2; exit 7").error == "bad\n")
        #expect(try run(sandbox, "sh", "-c", "exit 7").code == 7)
        #expect(try run(sandbox, "sh", "-c", "kill -9 $$").code == 137)
        try sandbox.stop(grace: 2)
        let exit = sandbox.wait()
        #expect(exit.exitCode == 0 && exit.reason == nil)
        #expect(ProcessStat.read(pid: worker) == nil)
        print("whole \(monotonicSeconds() - begin)")
    }
}
