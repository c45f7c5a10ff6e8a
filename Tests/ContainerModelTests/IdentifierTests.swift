import ContainerModel
import Testing

/// What names and ids may be, and their normal forms.
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
