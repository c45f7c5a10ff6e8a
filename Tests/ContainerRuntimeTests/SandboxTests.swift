import ContainerModel
import ContainerRuntime
import Glibc
import LinuxSystem
import Testing

@Suite("A container in a utility VM", .serialized, .enabled(if: SandboxFixture.canRun))
struct SandboxTests {
    let fixture: SandboxFixture
    let id = "6f9619ff-8b86-4011-b42d-00c04fc964ff"

    init() throws { fixture = try SandboxFixture.shared.get() }

    @Test func isolatesTheWorkerProcess() throws {
        try fixture.running(id) { sandbox, processes in
            let worker = try #require(processes.workerPID)
            #expect(ProcessStat.read(pid: worker)?.name == "vmwp")
            let status = try #require(ProcessStatus.read(pid: worker))
            let user = try #require(processes.workerUser)
            #expect(user >= 1_879_048_192 && user < 2_147_352_576)
            #expect(status.users.allSatisfy { $0 == user } && status.groups.allSatisfy { $0 == user })
            for set in ["CapInh", "CapPrm", "CapEff", "CapAmb"] { #expect(status[set] == "0000000000000000") }
            #expect(status["Seccomp"] == "2" && status["NoNewPrivs"] == "1")
            #expect(status["Groups"]?.isEmpty != false)
            // The worker's command line names no file of the store: it got open descriptors.
            let arguments = ProcessTable.arguments(of: worker) ?? []
            #expect(!arguments.contains { $0.contains(fixture.folder) })
            // The guest's memory is no file that another user could read, and the disks are accessible to the worker only.
            var names: [String] = []
            for number in try Folders.names(in: "/proc/\(worker)/fd") {
                guard let target = Files.linkTarget("/proc/\(worker)/fd/\(number)") else { continue }
                names.append(target)
                guard target.hasPrefix("/"), !target.hasPrefix("/memfd:"), !target.hasPrefix("/dev/"),
                    !target.hasPrefix(fixture.folder + "/vm/boot/")
                else { continue }
                let status = try #require(try Files.status("/proc/\(worker)/fd/\(number)"))
                #expect(status.st_mode & 0o077 == 0 || target == fixture.image, "\(target)")
            }
            #expect(names.contains { $0.hasPrefix("/memfd:memory") })
        }
    }

    @Test func runsProcesses() throws {
        try fixture.running(id) { sandbox, _ in
            let hello = try run(sandbox, "echo", "hello")
            #expect(hello.output == "hello\n" && hello.error == "" && hello.code == 0)
            #expect(try run(sandbox, "uname", "-r").output != HostFacts.kernelRelease + "\n")
            #expect(try run(sandbox, "cat", "/proc/1/comm").output == "csrss\n")
            #expect(try run(sandbox, "cat", input: "through\n").output == "through\n")
            let failed = try run(sandbox, "sh", "-c", "echo bad >&2; exit 7")
            #expect(failed.error == "bad\n" && failed.code == 7)
            #expect(try run(sandbox, "sh", "-c", "kill -9 $$").code == 137)
            #expect(try run(sandbox, "sh", "-c", "yes | head -c 300000").output.utf8.count == 300_000)
            #expect(try run(sandbox, "id", "-u", user: 1000).output == "1000\n")
            let facts = try run(sandbox, "sh", "-c", "grep -E 'Cap(Inh|Amb)|NoNewPrivs|^Seccomp:' /proc/self/status").output
            #expect(facts.filter { !$0.isWhitespace } == "CapInh:0000000000000000CapAmb:0000000000000000NoNewPrivs:1Seccomp:2")
            // The container cannot open the machine's disks, nor change the executable below its init.
            #expect(try run(sandbox, "sh", "-c", "mknod /tmp/d b 254 0 && head -c 1 /tmp/d").code != 0)
            #expect(try run(sandbox, "sh", "-c", ": > /.bulkhead/csrss").code != 0)
        }
    }

    @Test func saysWhichProgramIsMissing() throws {
        try fixture.running(id) { sandbox, _ in
            let error = #expect(throws: ContainerError.self) { try run(sandbox, "no-such-program") }
            #expect(error?.code.rawValue == "ProgramNotFound")
            let after = try run(sandbox, "echo", "still here")
            #expect(after.output == "still here\n")
        }
    }

    @Test func givesATerminal() throws {
        try fixture.running(id) { sandbox, _ in
            let process = try sandbox.execute(
                ProcessSpecification(
                    arguments: ["sh"], environment: ["PATH=/bin", "PS1=> "], terminal: true, columns: 91, rows: 17),
                streams: ProcessStreams())
            let terminal = try #require(process.terminal)
            try writeFully(terminal.raw, "stty size\n")
            #expect(try read(terminal, until: "17 91"))
            process.resize(columns: 100, rows: 30)
            try writeFully(terminal.raw, "stty size\n")
            #expect(try read(terminal, until: "30 100"))
            try writeFully(terminal.raw, "sleep 100\n")
            sleepSeconds(0.5)
            try writeFully(terminal.raw, "\u{3}")
            try writeFully(terminal.raw, "exit 5\n")
            #expect(process.wait() == 5)
        }
    }

    @Test func givesAControlSocket() throws {
        try fixture.running(id) { sandbox, _ in
            let (mine, its) = try UnixSocket.pair()
            let process = try sandbox.execute(
                ProcessSpecification(arguments: ["sh", "-c", "read a <&3; echo got $a >&3"], environment: ["PATH=/bin"]),
                streams: ProcessStreams(control: its))
            try writeFully(mine.raw, "message\n")
            #expect(try read(mine, until: "got message"))
            #expect(process.wait() == 0)
        }
    }

    @Test func keepsFilesFromStartToStartAndExportsThem() throws {
        let context = try fixture.context(id: id)
        defer { fixture.remove(context) }
        for turn in 1...2 {
            let sandbox = UtilityVMSandbox(context, try fixture.machine())
            defer { sandbox.cleanUp() }
            _ = try sandbox.start()
            let output = try run(
                sandbox, "sh", "-c", "echo turn >> /root/file; ln -sf /etc/shadow /root/link; rm -f /etc/passwd; cat /root/file")
            #expect(output.output == String(repeating: "turn\n", count: turn))
            try sandbox.stop(grace: 2)
            #expect(sandbox.wait() == SandboxExit(exitCode: 0))
        }
        guard case .disks(_, let disk) = context.layers else { return }
        let target = Files.split(context.bundle).folder + "/upper"
        try Folders.make(target)
        try WritableDisk.export(
            disk, into: target, id: id, machine: try fixture.machine())
        #expect(try Files.readText(target + "/root/file") == "turn\nturn\n")
        #expect(Files.linkTarget(target + "/root/link") == "/etc/shadow")
        // A whiteout of overlayfs: the character device 0:0.
        let whiteout = try #require(try Files.status(target + "/etc/passwd", followingLinks: false))
        #expect(whiteout.st_mode & S_IFMT == S_IFCHR && whiteout.st_rdev == 0)

        // And back: a disk is made of folders.
        let home = Files.split(context.bundle).folder + "/contents"
        try Folders.make(home + "/work")
        try Files.rename(target, home + "/upper")
        try Files.remove(disk)
        try WritableDisk.make(at: disk, contents: home)
        let sandbox = UtilityVMSandbox(context, try fixture.machine())
        defer { sandbox.cleanUp() }
        _ = try sandbox.start()
        #expect(try run(sandbox, "sh", "-c", "cat /root/file; ls /etc").output == "turn\nturn\n")
    }

    @Test func endsWithoutLeavingAnything() throws {
        let context = try fixture.context(id: id)
        defer { fixture.remove(context) }
        let before = ProcessTable.descriptorCount(of: getpid())
        for byForce in [false, true] {
            let sandbox = UtilityVMSandbox(context, try fixture.machine())
            let worker = try #require(try sandbox.start().workerPID)
            let process = try sandbox.execute(
                ProcessSpecification(arguments: ["sleep", "1000"], environment: ["PATH=/bin"]), streams: ProcessStreams())
            if byForce { try sandbox.kill() } else { try sandbox.stop(grace: 1) }
            #expect(process.wait() == 137)
            #expect(sandbox.wait().exitCode == (byForce ? 137 : 0))
            #expect(ProcessStat.read(pid: worker) == nil)
            sandbox.cleanUp()
            sandbox.cleanUp()
            #expect(throws: ContainerError.self) { try run(sandbox, "echo") }
        }
        sleepSeconds(0.2)
        #expect(ProcessTable.descriptorCount(of: getpid()) == before)
        #expect(try Folders.names(in: context.runtimeFolder).isEmpty)
    }

    @Test func tellsOfAWorkerThatDied() throws {
        try fixture.running(id) { sandbox, processes in
            Glibc.kill(try #require(processes.workerPID), SIGKILL)
            let exit = sandbox.wait()
            #expect(exit.exitCode == 137 && exit.reason?.contains("worker process ended") == true)
        }
    }

    @Test func refusesTooLittleMemory() throws {
        let context = try fixture.context(id: id, memory: 64 << 20)
        defer { fixture.remove(context) }
        let error = #expect(throws: ContainerError.self) { try UtilityVMSandbox(context, try fixture.machine()).start() }
        #expect(error?.remedy?.contains("-MemoryStartupBytes") == true)
    }

    private func read(_ descriptor: Descriptor, until text: String) throws -> Bool {
        let end = monotonicSeconds() + 20
        var seen = ""
        while !seen.contains(text), monotonicSeconds() < end {
            guard try !Poll.wait(for: [(descriptor.raw, .input)], timeout: 1).isEmpty else { continue }
            guard let bytes = try readSome(descriptor.raw, atMost: 4096) else { break }
            seen += String(decoding: bytes, as: UTF8.self)
        }
        return seen.contains(text)
    }
}
