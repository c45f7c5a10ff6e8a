import Containers
import Glibc
import LinuxSystem
import Testing

@Suite(.serialized, .enabled(if: Fixture.canRun))
struct NetworkTests {
    @Test(arguments: ContainerCases.types) func containersReachEachOtherAndTheHost(_ type: RuntimeType) throws {
        let fixture = try Fixture.get()
        try fixture.withContainer(.default, switchName: "nat") { first throws in
            try fixture.withContainer(type, switchName: "NAT") { second throws in
                let theirs = try #require(second.addresses.first)
                let gateway = try #require(try fixture.host.switches().first { $0.name == "NAT" }?.gateway)
                #expect(try fixture.sh(first.id, "ping -c 1 -W 5 \(theirs)").code == 0)
                #expect(try fixture.sh(second.id, "ping -c 1 -W 5 \(try #require(first.addresses.first))").code == 0)
                #expect(try fixture.sh(second.id, "ping -c 1 -W 5 \(gateway)").code == 0)
                let host = try runTool(
                    try #require(findTool("nsenter")),
                    ["--net=" + fixture.namespace, try #require(findTool("busybox")), "ping", "-c", "1", "-W", "5", theirs])
                #expect(host.exitCode == 0)
                // A stopped container keeps its address.
                try fixture.host.stopContainer(second.id, .turnOff)
                #expect(try fixture.host.startContainer(second.id).addresses == [theirs])
            }
        }
        let bridges = try runTool(
            try #require(findTool("nsenter")),
            ["--net=" + fixture.namespace, try #require(findTool("ip")), "-o", "link", "show", "type", "bridge"])
        #expect(bridges.outputText == "")
    }

    @Test(arguments: ContainerCases.types) func loopbackOnlyWithoutASwitch(_ type: RuntimeType) throws {
        let fixture = try Fixture.get()
        try fixture.withContainer(type) { container throws in
            #expect(container.addresses == [])
            #expect(try fixture.sh(container.id, "ls /sys/class/net").output == "lo\n")
            #expect(try fixture.sh(container.id, "ping -c 1 -W 2 127.0.0.1").code == 0)
        }
    }

    @Test func anUnknownSwitchIsAnErrorThatListsThem() throws {
        let fixture = try Fixture.get()
        let error = #expect(throws: ContainerError.self) {
            try fixture.host.createContainer(ContainerSpecification(name: "x", image: .name("NanoServer"), switchName: "No Such"))
        }
        #expect(error?.code == "SwitchNotFound")
        #expect(error?.remedy == "There are: 'NAT', 'Virtual Switch'.")
        #expect(try !fixture.host.containers().contains { $0.name == "x" })
    }

    @Test func subnets() throws {
        let subnet = try #require(Subnet("172.20.3.7/24"))
        #expect(subnet.description == "172.20.3.0/24" && subnet.gateway == "172.20.3.1" && subnet.hosts.count == 253)
        #expect(subnet.overlaps(try #require(Subnet("172.16.0.0/12"))))
        #expect(!subnet.overlaps(try #require(Subnet("172.20.4.0/24"))))
        #expect(try #require(Subnet("0.0.0.0/0")).overlaps(subnet))
        for text in ["", "1.2.3", "1.2.3.4/33", "1.2.3.256", "1.2.3.4/-1", "1.2.3.4/5/6", "a.b.c.d"] {
            #expect(Subnet(text) == nil, "\(text)")
        }
        for text in ["10.0.0.0/31", "10.0.0.0/32"] { #expect(try #require(Subnet(text)).hosts.isEmpty) }
        #expect(Subnet.macAddress(0xac14_0302) == "02:42:ac:14:03:02")
    }
}
