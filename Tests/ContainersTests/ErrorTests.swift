import Containers
import Glibc
import LinuxSystem
import Testing

@Suite struct IdentifierTests {
    @Test func ids() throws {
        let id = try #require(ContainerID("{239DEF76-D29A-405E-AB64-765FB4DE9176}"))
        #expect(id.text == "239def76-d29a-405e-ab64-765fb4de9176" && id.upperCased == "239DEF76-D29A-405E-AB64-765FB4DE9176")
        #expect(ContainerID("239def76d29a405eab64765fb4de9176") == id)
        for prefix in ["2", "239D", "239def76-d", "239def76d2", id.text, id.upperCased] {
            #expect(id.matches(prefix: prefix), "\(prefix)")
        }
        for prefix in ["", "-", "3", "239g", "../", id.text + "0"] { #expect(!id.matches(prefix: prefix), "\(prefix)") }
        for text in ["", "x", "239def76", String(repeating: "a", count: 1_000_000)] { #expect(ContainerID(text) == nil) }
    }

    @Test(arguments: ["a", "A9", "a_b.c-d", String(repeating: "a", count: 63)]) func validNames(_ name: String) {
        #expect(ContainerRules.isValidName(name))
    }

    @Test(arguments: ["", "-a", ".a", "_a", "a/b", "..", "a b", "ä", "a\u{1b}[2J", "a\n", String(repeating: "a", count: 64)])
    func invalidNames(_ name: String) {
        #expect(!ContainerRules.isValidName(name))
    }

    @Test func images() {
        #expect(ImageRules.publisher("Demo") == "CN=Demo" && ImageRules.publisher("cn=Demo") == "CN=Demo")
        #expect(ImageRules.version("1.0") == "1.0.0.0" && ImageRules.version("10.0.10586.0") == "10.0.10586.0")
    }
}

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
