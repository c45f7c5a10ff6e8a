import Testing

@testable import LineEditing

@Suite struct CandidateListTests {
    private func lines(_ candidates: [CompletionCandidate], width: Int = 40) -> [String] {
        let text = CandidateList.text(candidates, width: width)
        #expect(text.isEmpty || text.hasSuffix("\r\n"))
        return text.split(separator: "\r\n", omittingEmptySubsequences: true).map(String.init)
    }

    @Test func `labels stand in columns, from top to bottom`() {
        let names = ["one", "two", "three", "four", "five", "six", "seven"].map { CompletionCandidate($0) }
        // Four columns of five letters and two blanks are 28 wide; 7 candidates need two rows of four.
        #expect(lines(names, width: 28) == ["one    three  five   seven", "two    four   six"])
        #expect(lines(names, width: 3) == ["one", "two", "three", "four", "five", "six", "seven"])
    }

    @Test func `few candidates show their details, cut at the width`() {
        let candidates = [
            CompletionCandidate("Get-Item", detail: "Gets an item."),
            CompletionCandidate("Set-It", detail: "Sets all of it at once."),
            CompletionCandidate("plain"),
        ]
        #expect(lines(candidates, width: 24) == ["Get-Item  Gets an item", "Set-It    Sets all of", "plain"])
        // Without room for a detail the labels stand alone.
        #expect(lines(candidates, width: 18) == ["Get-Item", "Set-It", "plain"])
    }

    @Test func `more than two hundred are counted`() {
        let many = (0..<250).map { CompletionCandidate("n\($0)") }
        #expect(lines(many, width: 80).last == "… and 50 more")
        #expect(!CandidateList.text(many, width: 80).contains("n200"))
    }

    @Test func `no control character reaches the terminal`() {
        let candidate = CompletionCandidate("a\u{1B}[2Jb\u{9B}c\u{7F}\n", detail: "d\u{07}e")
        let text = CandidateList.text([candidate], width: 60)
        #expect(text == "a?[2Jb?c??  d?e\r\n")
    }

    @Test func `no candidate prints nothing`() { #expect(CandidateList.text([], width: 80) == "") }
}
