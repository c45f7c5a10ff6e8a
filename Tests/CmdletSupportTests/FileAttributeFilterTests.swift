import Testing

@testable import CmdletSupport

@Suite struct FileAttributeFilterTests {
    @Test(
        arguments: [
            ("Directory", [.directory], true), ("d", [.archive], false), ("!d", [.archive], true), ("d+h", [.directory], false),
            ("d+h", [.directory, .hidden], true), ("d+!h", [.directory], true), ("r, h", [.hidden], true),
            ("r,h", [.archive], false),
        ] as [(String, FileAttributes, Bool)])
    func `alternatives, conjunctions and negations`(_ text: String, _ attributes: FileAttributes, _ isAccepted: Bool) throws {
        #expect(try FileAttributeFilter(text).accepts(attributes) == isAccepted)
    }

    @Test func `whether hidden items are named`() throws {
        #expect(try FileAttributeFilter("d,h").mentionsHidden)
        #expect(try FileAttributeFilter("!Hidden").mentionsHidden)
        #expect(try !FileAttributeFilter("Directory").mentionsHidden)
        #expect(throws: (any Error).self) { try FileAttributeFilter("nothing") }
    }
}
