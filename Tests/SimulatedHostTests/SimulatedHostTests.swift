import Glibc
import LinuxSystem
import Testing

@testable import Containers

/// The simulated host, used as a library.
@Suite struct SimulatedHostTests {
    private func running(_ type: RuntimeType = .default) throws -> (host: SimulatedContainerHost, container: Container) {
        let host = SimulatedContainerHost()
        let made = try host.createContainer(ContainerSpecification(name: "CON", image: .name("nanoserver"), runtimeType: type))
        return (host, try host.startContainer(made.id))
    }

    @Test func `an image goes by the beginning of its id`() throws {
        let host = SimulatedContainerHost()
        #expect(try host.image(.nameOrID("646d6317b02f")).name == "NanoServer")
        #expect(host.processes(in: nil).map(\.id) == [532, 608, 3484])
    }

    @Test func `each listing moves on, and looking does not`() {
        let host = SimulatedContainerHost()
        let first = host.processes(in: nil).map(\.values)
        let looked = host.processes(in: nil, isListing: false).map(\.values)
        let second = host.processes(in: nil).map(\.values)
        #expect(first != second && looked == second)
        for _ in 0..<10 { _ = host.processes(in: nil) }
        // At the end of the recording the processes no longer change.
        #expect(host.processes(in: nil).map(\.values) == host.processes(in: nil).map(\.values))
    }

    @Test func `containers that run at once have numbers of their own`() throws {
        let (host, first) = try running()
        let second = try host.startContainer(
            try host.createContainer(ContainerSpecification(name: "TWO", image: .name("NanoServer"))).id)
        let ids = try [first.id, second.id].map { try #require(host.processes(in: $0).first?.id) }
        #expect(Set(ids).count == 2 && ids[0] == 1228)
        #expect(host.container(ofHostProcess: ids[1]) == second.id)
        #expect(try host.hostProcessIDs(of: second.id) == [ids[1]: ids[1]])
    }

    @Test func `a process ends by the host's rules`() throws {
        let (host, container) = try running(.hyperV)
        let worker = try #require(host.workerProcesses()[container.id])
        for denied in [532, 608] as [Int32] {
            #expect(throws: ContainerError.self) { try host.stopProcess(denied, in: nil, force: true) }
        }
        #expect(throws: ContainerError.self) { try host.stopProcess(956, in: nil, force: true) }
        #expect(throws: ContainerError.self) {
            try host.stopProcess(956, in: container.id, force: true, asAdministrator: false)
        }
        try host.stopProcess(worker, in: nil, force: false)
        #expect(try host.container(container.id).state == .off)
        #expect(try host.container(container.id).exitCode == 137)
        #expect(host.processes(in: container.id).isEmpty && host.workerProcesses().isEmpty)
    }

    // MARK: cmd

    private func read(_ descriptor: Int32, until text: String) throws -> String {
        var all = ""
        let end = monotonicSeconds() + 10
        while !all.contains(text) {
            guard monotonicSeconds() < end, try !Poll.wait(for: [(descriptor, .input)], timeout: 10).isEmpty,
                let bytes = try? readSome(descriptor, atMost: 4096), !bytes.isEmpty
            else { return all + "<the end>" }
            all += String(decoding: bytes, as: UTF8.self)
        }
        return all
    }

    @Test func `cmd answers on a terminal`() throws {
        let (host, container) = try running(.hyperV)
        let process = try host.execute(in: container.id, ProcessSpecification(arguments: ["cmd"], terminal: true))
        defer { process.close() }
        let terminal = try #require(process.terminal)
        let greeting = try read(terminal, until: "C:\\>")
        #expect(greeting.hasPrefix("Microsoft Windows [Version 10.0.10586]\r\n"))
        try writeFully(terminal, "hostname\r")
        #expect(try read(terminal, until: "C:\\>").contains("CON\r\n"))
        try writeFully(terminal, "exit 3\r")
        #expect(process.wait() == 3)
    }

    @Test func `cmd runs one command`() throws {
        let (host, container) = try running()
        let process = try host.execute(in: container.id, ProcessSpecification(arguments: ["CMD.EXE", "/c", "echo", "a", "b"]))
        defer { process.close() }
        #expect(try readToEnd(try #require(process.standardOutput), limit: 100) == Array("a b\r\n".utf8))
        #expect(process.wait() == 0)
        let wrong = try host.execute(in: container.id, ProcessSpecification(arguments: ["cmd", "/c", "nosuch"]))
        defer { wrong.close() }
        #expect(wrong.wait() == 1)
        let missing = #expect(throws: ContainerError.self) {
            try host.execute(in: container.id, ProcessSpecification(arguments: ["sh"]))
        }
        #expect(missing?.code == "ProgramNotFound")
    }

    @Test func `what runs in a container ends with it`() throws {
        let (host, container) = try running()
        let process = try host.execute(in: container.id, ProcessSpecification(arguments: ["cmd"], terminal: true))
        defer { process.close() }
        let terminal = try #require(process.terminal)
        _ = try read(terminal, until: "C:\\>")
        try host.stopContainer(container.id, .turnOff)
        #expect(try read(terminal, until: "never").hasSuffix("<the end>"))
        #expect(process.wait() == 128 + SIGKILL)
        #expect(throws: ContainerError.self) {
            try host.execute(in: container.id, ProcessSpecification(arguments: ["cmd"]))
        }
    }

    // MARK: Files

    @Test func `files are a container's own and go with it`() throws {
        let (host, container) = try running()
        let (drive, hosts) = (try host.drive(of: container.id), try host.hostDrive())
        #expect(drive != hosts && Files.isDirectory(drive + "/Windows/System32") && Files.isDirectory(hosts + "/Users/Public"))
        try Files.write([1], to: drive + "/kept")
        try host.stopContainer(container.id, .turnOff)
        try host.updateContainer(container.id, ContainerChange(runtimeType: .hyperV))
        #expect(try Files.exists(host.drive(of: container.id) + "/kept"))
        try host.removeContainer(container.id, force: false)
        #expect(!Files.exists(drive) && Files.exists(hosts))
        host.removeFiles()
        #expect(!Files.exists(hosts))
    }
}
