import SourceText
import Testing

@Suite struct SourceFileTests {
    @Test(
        arguments: [
            ("", 0, 1, 1), ("ab", 1, 1, 2), ("ab", 2, 1, 3), ("ab", 99, 1, 3), ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1),
            ("a\n", 2, 2, 1),
            // Columns count UTF-16 code units: é has one, 😀 two.
            ("é😀x", 6, 1, 4), ("a\r\nb", 3, 2, 1), ("\u{FEFF}ab", 1, 1, 2),
        ] as [(String, UInt32, Int, Int)])
    func `an offset has a line and a column`(_ text: String, _ offset: UInt32, _ line: Int, _ column: Int) {
        #expect(SourceFile(text: text).position(of: offset) == SourcePosition(line: line, column: column))
    }

    @Test func `lines are without their ends`() {
        let file = SourceFile(path: "a.ps1", text: "one\r\ntwo\n\nfour")
        #expect((0...5).map { file.line($0) } == ["", "one", "two", "", "four", ""])
        #expect(file.lineCount == 4 && file.path == "a.ps1")
        #expect(SourceFile(text: "").lineCount == 1)
    }

    @Test func `a span past the end ends there`() {
        let file = SourceFile(text: "abc")
        #expect(file.text(of: SourceSpan(start: 1, end: 2)) == "b")
        #expect(file.text(of: SourceSpan(start: 2, end: 50)) == "c")
        #expect(file.text(of: SourceSpan(start: 50, end: 60)) == "")
        #expect(SourceSpan(start: 5, end: 2) == SourceSpan(start: 5, end: 5))
        #expect(SourceSpan(start: -1, end: Int.max) == SourceSpan(start: 0, end: Int(UInt32.max)))
        #expect(SourceSpan(start: 4, end: 6).union(SourceSpan(start: 1, end: 2)) == SourceSpan(start: 1, end: 6))
    }

    @Test func `types that the text defines are found in any case`() {
        let file = SourceFile(text: "class A {}")
        #expect(!file.defines(type: "A"))
        file.define(types: ["a"])
        #expect(file.defines(type: "A") && file.defines(type: "a") && !file.defines(type: "b"))
        file.define(types: [])
        #expect(!file.defines(type: "A"))
    }
}
