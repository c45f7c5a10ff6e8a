import Containers
import Glibc
import LinuxSystem
import Testing

/// The behaviour of containers: one table of cases, run with both runtime types.
@Suite(.serialized, .enabled(if: Fixture.canRun))
struct ContainerCases {
    static var types: [RuntimeType] { RuntimeType.allCases.filter { Fixture.canRun($0) } }

    @Test(arguments: types) func lifecycle(_ type: RuntimeType) throws {
        let fixture = try Fixture.get()
        let host = fixture.host
        let made = try host.createContainer(
            ContainerSpecification(name: "life-\(type.rawValue)", image: .name("nanoserver"), runtimeType: type))
        defer { try? host.removeContainer(made.id, force: true) }
        #expect(made.state == .off && made.parentImageName == "NanoServer" && made.runtimeType == type && made.exitCode == nil)
        #expect(try host.container(idPrefix: made.id.upperCased.prefix(11).description).id == made.id)
        #expect(throws: ContainerError.self) { try host.stopContainer(made.id, .turnOff) }

        let running = try host.startContainer(made.id)
        #expect(running.state == .running && running.uptime < 60)
        #expect((running.accelerator != nil) == (type == .hyperV))
        #expect(try host.computeProcesses().contains { $0.id == made.id.upperCased && $0.owner == "VMMS" })
        #expect(throws: ContainerError.self) { try host.startContainer(made.id) }
        #expect(throws: ContainerError.self) { try host.removeContainer(made.id, force: false) }
        #expect(throws: ContainerError.self) { try host.updateContainer(made.id, ContainerChange(name: "other")) }

        let stopped = try host.stopContainer(made.id, .graceful(seconds: 10))
        #expect(stopped.state == .off && stopped.exitCode == 0 && stopped.uptime == 0)
        #expect(try !host.computeProcesses().contains { $0.id == made.id.upperCased })
        try host.removeContainer(made.id, force: false)
        #expect(throws: ContainerError.self) { try host.container(made.id) }
        #expect(try fixture.traces(of: made.id) == [])
    }

    @Test(arguments: types) func processes(_ type: RuntimeType) throws {
        let fixture = try Fixture.get()
        try fixture.withContainer(type) { container throws in
            #expect(try fixture.sh(container.id, "cat /proc/1/comm; exit 7") == (7, "csrss\n"))
            #expect(try fixture.sh(container.id, "hostname").output == container.name + "\n")
            #expect(try fixture.sh(container.id, "id -u", user: 1000).output == "1000\n")
            #expect(try fixture.sh(container.id, "kill -9 $$").code == 137)
            let missing = #expect(throws: ContainerError.self) {
                try fixture.host.execute(in: container.id, ProcessSpecification(arguments: ["no-such-program"]))
            }
            #expect(missing?.code == "ProgramNotFound")

            // Bytes pass all three streams, and so does the end of input.
            let process = try fixture.host.execute(
                in: container.id, ProcessSpecification(arguments: ["sh", "-c", "cat; echo e >&2"]))
            try writeFully(try #require(process.standardInput), "abc")
            process.closeStandardInput()
            #expect(try readToEnd(try #require(process.standardOutput), limit: 100) == Array("abc".utf8))
            #expect(try readToEnd(try #require(process.standardError), limit: 100) == Array("e\n".utf8))
            #expect(process.wait() == 0)
            process.close()

            // A process is killed when its client closes.
            let left = try fixture.host.execute(in: container.id, ProcessSpecification(arguments: ["sleep", "1000"]))
            #expect(try fixture.sh(container.id, "ps | grep -c '[s]leep 1000'").output == "1\n")
            left.close()
            var gone = false
            for _ in 0..<100 where !gone {
                gone = try fixture.sh(container.id, "ps | grep -c '[s]leep 1000'").output == "0\n"
                if !gone { sleepSeconds(0.05) }
            }
            #expect(gone)
        }
    }

    @Test(arguments: types) func terminalAndControl(_ type: RuntimeType) throws {
        let fixture = try Fixture.get()
        try fixture.withContainer(type) { container throws in
            let process = try fixture.host.execute(
                in: container.id,
                ProcessSpecification(
                    arguments: ["sh", "-c", "stty size; read line <&3; echo \"got $line\" >&3; tty >/dev/null && echo terminal"],
                    terminal: true, columns: 91, rows: 17, control: true))
            defer { process.close() }
            let control = try #require(process.control)
            try writeFully(control, "ping\n")
            #expect(try readFully(control, 9) == Array("got ping\n".utf8))
            var output = ""
            while !output.contains("terminal\r\n"), let bytes = try readSome(try #require(process.terminal), atMost: 4096) {
                output += String(decoding: bytes, as: UTF8.self)
            }
            #expect(output.contains("17 91\r\n"))
            #expect(process.wait() == 0)
        }
    }

    @Test(arguments: types) func whatTheHostSees(_ type: RuntimeType) throws {
        let fixture = try Fixture.get()
        try fixture.withContainer(type) { container throws in
            let pids = try fixture.host.hostProcessIDs(of: container.id)
            switch type {
            case .default:
                let pid = try #require(pids[1])
                #expect(ProcessStat.read(pid: pid)?.name == "csrss")
                #expect(fixture.host.container(ofHostProcess: pid) == container.id)
                #expect(fixture.host.workerProcesses()[container.id] == nil)
            case .hyperV:
                #expect(pids.isEmpty)
                let worker = try #require(fixture.host.workerProcesses()[container.id])
                #expect(fixture.host.container(ofHostProcess: worker) == container.id)
                let status = try #require(ProcessStatus.read(pid: worker))
                let user = try #require(status.users.first)
                #expect(user != 0 && status["CapEff"] == "0000000000000000")
                #expect(fixture.host.container(ofWorkerUser: user) == container.id)
                #expect(try fixture.sh(container.id, "uname -r").output != HostFacts.kernelRelease + "\n")
            }
            #expect(fixture.host.container(ofHostProcess: getpid()) == nil)
        }
    }

    /// Both runtimes, on the host and in a guest, are asked the same way why a program was not started.
    @Test(arguments: types) func programsThatCannotBeStarted(_ type: RuntimeType) throws {
        let fixture = try Fixture.get()
        try fixture.withContainer(type) { container throws in
            #expect(try fixture.sh(container.id, "mkdir /opt/folder; echo plain >/opt/plain") == (0, ""))
            let cases: [(program: String, folder: String, code: ContainerError.Code)] = [
                ("no-such-program", "/", "ProgramNotFound"), ("/no/such/program", "/", "ProgramNotFound"),
                ("./plain", "/", "ProgramNotFound"), ("/opt/plain", "/", "ProgramNotExecutable"),
                ("./plain", "/opt", "ProgramNotExecutable"), ("/opt/folder", "/", "ProgramNotExecutable"),
                ("/bin/sh", "/no/such/folder", "ProgramNotStarted"),
            ]
            for (program, folder, code) in cases {
                let error = #expect(throws: ContainerError.self, "\(program)") {
                    try fixture.host.execute(
                        in: container.id,
                        ProcessSpecification(arguments: [program], workingDirectory: folder))
                }
                #expect(error?.code == code, "\(program): \(String(describing: error))")
                #expect(error?.cause?.isEmpty == false, "\(program)")
            }
        }
    }

    @Test(arguments: types) func filesLastAndConvert(_ type: RuntimeType) throws {
        let fixture = try Fixture.get()
        let host = fixture.host
        let other: RuntimeType = type == .default ? .hyperV : .default
        try fixture.withContainer(type) { container throws in
            let make = """
                mkdir -p /data/deep; echo kept >/data/deep/file; chmod 2750 /data/deep; chown 1000:1000 /data/deep/file; ln -s file \
                /data/deep/link; rm /etc/profile; mkfifo /data/pipe
                """
            let look = """
                cat /data/deep/link; stat -c '%a %u:%g %n' /data/deep /data/deep/file; stat -c %F /data/pipe; test -e /etc/profile || echo gone
                """
            #expect(try fixture.sh(container.id, make) == (0, ""))
            let before = try fixture.sh(container.id, look)
            #expect(before.output == "kept\n2750 0:0 /data/deep\n644 1000:1000 /data/deep/file\nfifo\ngone\n")
            // Data written before the power is turned off must not be lost.
            try host.stopContainer(container.id, .turnOff)
            guard Fixture.canRun(other) else { return }
            for next in [other, type] {
                try host.updateContainer(container.id, ContainerChange(runtimeType: next))
                #expect(try host.container(container.id).runtimeType == next)
                try host.startContainer(container.id)
                #expect(try fixture.sh(container.id, look).output == before.output)
                try host.stopContainer(container.id, .graceful(seconds: 10))
            }
        }
    }

    @Test(arguments: types) func endsOnItsOwn(_ type: RuntimeType) throws {
        let fixture = try Fixture.get()
        try fixture.withContainer(type) { container throws in
            let process = try fixture.host.execute(in: container.id, ProcessSpecification(arguments: ["sleep", "1000"]))
            _ = try? fixture.sh(container.id, "kill -TERM 1")
            #expect(process.wait() == 137)
            process.close()
            var state = ContainerState.running
            for _ in 0..<200 where state != .off {
                state = try fixture.host.container(container.id).state
                if state != .off { sleepSeconds(0.05) }
            }
            #expect(try fixture.host.container(container.id).exitCode == 0)
            try fixture.host.startContainer(container.id)
        }
    }
}
