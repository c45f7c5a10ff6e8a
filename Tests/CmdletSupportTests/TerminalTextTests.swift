import Testing

@testable import CmdletSupport

@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("plain\tand\n", "plain\tand\n"), ("\u{1B}[31mred", "␛[31mred"), ("a\rb\u{0}", "a␍b␀"),
        ("\u{7F}\u{9B}2J", "\u{FFFD}\u{FFFD}2J"),
        ("a\u{202E}b\u{2066}", "a\u{FFFD}b\u{FFFD}"), ("日本 é", "日本 é"),
    ])
    func `controls become visible`(_ text: String, _ shown: String) { #expect(TerminalText.sanitized(text) == shown) }

    @Test(
        arguments: [
            ("abc", false, 3), ("日本", false, 4), ("a\tb", false, 3), ("\u{1B}[31mred", true, 3), ("\u{1B}[31mred", false, 8),
            ("\u{9B}2Jx", true, 1), ("\u{1B}[", true, 2), ("\u{1B}[31", true, 4), ("e\u{301}", false, 1),
            // A sequence of more than 64 scalars is none.
            ("\u{1B}[" + String(repeating: "1", count: 70) + "m", true, 73),
        ] as [(String, Bool, Int)])
    func `cells that a text takes`(_ text: String, _ understandsEscapes: Bool, _ cells: Int) {
        #expect(BufferCells.count(text, understandsEscapes: understandsEscapes) == cells)
    }
}

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
