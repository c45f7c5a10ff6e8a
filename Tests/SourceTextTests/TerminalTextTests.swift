import SourceText
import Testing

@Suite struct TerminalTextTests {
    /// A title, a colour, a cursor's movement in seven and in eight bits, and text turned around.
    static let hostile = "a\u{1B}]0;t\u{7}b\u{1B}[31mc\u{9B}2Jd\u{7F}e\u{202E}f\u{2066}g\r\nh\ti"

    @Test func nothingThatATerminalObeysIsLeft() {
        for kept in [[], .newline, .tab, [.newline, .tab]] as [TerminalText.Kept] {
            for replacement in [TerminalText.Replacement.nothing, .questionMark, .picture] {
                let text = TerminalText.sanitized(Self.hostile, keeping: kept, replacing: replacement)
                let left = Set(text.unicodeScalars.filter(\.isTerminalControl))
                var allowed: Set<Unicode.Scalar> = []
                if kept.contains(.newline) { allowed.insert("\n") }
                if kept.contains(.tab) { allowed.insert("\t") }
                #expect(left == allowed)
            }
        }
    }

    @Test func whatIsReplacedKeepsItsPlace() {
        #expect(TerminalText.sanitized("a\u{1B}b\n\tc\u{85}") == "a\u{241B}b\n\tc\u{FFFD}")
        #expect(TerminalText.sanitized("a\u{1B}b\r\n", keeping: [], replacing: .questionMark) == "a?b??")
        #expect(TerminalText.sanitized("a\r\nb", keeping: .newline, replacing: .nothing) == "a\nb")
    }

    @Test func otherTextIsUntouched() {
        for text in ["", "plain", "größer 日本 👩‍👩‍👧", "line\n\tline"] { #expect(TerminalText.sanitized(text) == text) }
        let hebrew = "\u{200F}שלום\u{200E}"
        #expect(TerminalText.sanitized(hebrew, keeping: .directionMarks) == hebrew)
    }
}
