import Containers
import Glibc
import LinuxSystem
import Testing

@Suite(.serialized, .enabled(if: Fixture.canRun))
struct HostErrorTests {
    @Test func anUnknownImageListsThoseThereAre() throws {
        let host = try Fixture.get().host
        let error = #expect(throws: ContainerError.self) {
            try host.createContainer(ContainerSpecification(name: "x", image: .name("ubuntu")))
        }
        #expect(error?.code == "ImageNotFound" && error?.remedy == "There are: NanoServer, WindowsServerCore.")
    }

    @Test func namesMayRepeatAndAreThenAmbiguous() throws {
        let host = try Fixture.get().host
        let specification = ContainerSpecification(name: "twin", image: .name("NanoServer"))
        let (first, second) = (try host.createContainer(specification), try host.createContainer(specification))
        defer { for container in [first, second] { try? host.removeContainer(container.id, force: true) } }
        let error = #expect(throws: ContainerError.self) { try host.container(named: "TWIN") }
        #expect(error?.code == "ContainerNameAmbiguous")
        #expect(error?.remedy?.contains(first.id.text) == true && error?.remedy?.contains(second.id.text) == true)
        #expect(try host.container(idPrefix: second.id.digits).id == second.id)
        try host.removeContainer(first.id, force: false)
        #expect(try host.container(named: "twin").id == second.id)
    }

    @Test func aFailedStartFollowsTheModulesPattern() throws {
        let fixture = try Fixture.get()
        try fixture.withContainer(start: false) { container throws in
            let host = LinuxContainerHost(
                .init(root: fixture.root, executable: "/bin/false", networkNamespace: fixture.namespace))
            let error = #expect(throws: ContainerError.self) { try host.startContainer(container.id) }
            #expect(error?.message == "'\(container.name)' failed to start.")
            #expect(error?.cause?.hasSuffix(" (Container ID \(container.id.upperCased))") == true)
            #expect(try host.container(container.id).state == .off)
        }
    }

    @Test func imagesByIdAndByName() throws {
        let host = try Fixture.get().host
        let image = try host.image(.name("nanoserver", publisher: "Microsoft", version: "10.0.10586.0"))
        #expect(image.publisher == "CN=Microsoft" && image.isOSImage && image.id.count == 64)
        #expect(try host.image(.id(String(image.id.prefix(12)))) == image)
        #expect(try host.image(.nameOrID("sha256:" + image.id)) == image)
        #expect(throws: ContainerError.self) { try host.image(.name("nanoserver", publisher: "Other")) }
    }
}
