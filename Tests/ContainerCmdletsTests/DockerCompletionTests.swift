import CmdletKit
import Containers
import Testing

@testable import ContainerCmdlets

@Suite struct DockerCompletionTests {
    private func candidates(_ line: String...) throws -> [String] {
        let host = SimulatedContainerHost()
        for (name, runs) in [("web", true), ("worker", false)] {
            let made = try host.createContainer(ContainerSpecification(name: name, image: .name("NanoServer")))
            if runs { try host.startContainer(made.id) }
        }
        return DockerCompletion(host: host).candidates(line.last ?? "", line.dropLast()).map(\.text)
    }

    @Test func verbsAndOptions() throws {
        #expect(try candidates("st") == ["start", "stop"])
        #expect(try candidates("container", "ren") == ["rename"])
        #expect(try candidates("run", "--is") == ["--isolation"])
        #expect(try candidates("run", "--isolation", "h") == ["hyperv"])
        #expect(try candidates("run", "--isolation=", "") == ["NanoServer", "WindowsServerCore"])
        #expect(try candidates("run", "--isolation=p") == ["--isolation=process"])
        #expect(try candidates("run", "-it", "--network", "v") == ["Virtual Switch"])
        // An option that is not supported is not offered.
        #expect(try candidates("run", "--pub") == [])
    }

    @Test func operands() throws {
        #expect(try candidates("run", "-it", "nano") == ["NanoServer"])
        #expect(try candidates("run", "NanoServer", "c") == [])
        #expect(try candidates("stop", "w") == ["web"])
        #expect(try candidates("start", "") == ["worker"])
        #expect(try candidates("rm", "-f", "w").sorted() == ["web", "worker"])
        #expect(try candidates("exec", "web", "s") == [])
        #expect(try candidates("ps", "x") == [])
        let id = try #require(try candidates("inspect", "b8d7").first)
        #expect(id.hasPrefix("b8d7") && id.count == 12)
    }
}
