import Testing

@testable import CmdletSupport

@Suite struct BufferCellsTests {
    @Test(
        arguments: [
            ("abc", false, 3), ("日本", false, 4), ("a\tb", false, 3), ("\u{1B}[31mred", true, 3), ("\u{1B}[31mred", false, 8),
            ("\u{9B}2Jx", true, 1), ("\u{1B}[", true, 2), ("\u{1B}[31", true, 5), ("e\u{301}", false, 1),
            // A sequence of more than 64 scalars is none.
            ("\u{1B}[" + String(repeating: "1", count: 70) + "m", true, 73),
        ] as [(String, Bool, Int)])
    func `cells that a text takes`(_ text: String, _ understandsEscapes: Bool, _ cells: Int) {
        #expect(BufferCells.count(text, understandsEscapes: understandsEscapes) == cells)
    }
}
