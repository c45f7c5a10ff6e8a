import LinuxSystem
import TestSupport
import Testing

/// Editing at the prompt, by keystrokes in a real terminal.
@Suite(.serialized) struct EditingTests {
    @Test func runsALineAndShowsThePromptAgain() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("1 + 2", "Enter")
        try screen.expect("the answer and a new prompt") { $0.contains("\n3\nPS /") }
    }

    @Test func editsInTheMiddleOfALine() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("'abXd'", "Left", "Left", "BSpace", "c", "Home", "Right", "_", "End", " + '!'", "Enter")
        try screen.expect("\n_abcd!\n")
    }

    @Test func takesWideCharacters() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("'日本é'", "Left", "BSpace", "語", "Enter")
        try screen.expect("\n日本語\n")
    }

    @Test func asksForMoreUntilTheLineIsWhole() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("foreach ($i in 1..2) {", "Enter")
        try screen.expect(">>")
        try screen.keys("\"turn $i\"", "Enter", "}", "Enter")
        try screen.expect("turn 1\nturn 2")
    }

    @Test func completesCommandsParametersVariablesAndPaths() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("Get-Loc", "Tab")
        try screen.expect("Get-Location")
        try screen.keys("C-u", "Get-ChildItem -Recu", "Tab")
        try screen.expect("-Recurse")
        try screen.keys("C-u", "$completed = 'it'", "Enter", "$compl", "Tab", "Enter")
        try screen.expect("\nit\n")
        try screen.keys("Test-Path /etc/pass", "Tab", "Enter")
        try screen.expect("/etc/passwd")
        try screen.expect("\nTrue\n")
    }

    @Test func completesWithinALineAndInQuotes() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("Get-Loca | Out-Host", "Home", "Right", "Right", "Right", "Right", "Right", "Tab")
        try screen.expect("Get-Location | Out-Host")
        try screen.keys("C-u", "C-k", "$folder = New-Item -ItemType Directory '/tmp/tab folder'", "Enter")
        try screen.keys("Set-Content '/tmp/tab folder/the file' found", "Enter")
        // A folder that is the only candidate gets a separator: the second Tab completes inside it.
        try screen.keys("Get-Content '/tmp/tab fo", "Tab", "Tab", "Enter")
        try screen.expect("\nfound\n")
        try screen.keys("Remove-Item -Recurse $fold", "Tab", "; Test-Path $folder", "Enter")
        try screen.expect("\nFalse\n")
        try screen.keys("[ConsoleColor]$c = 'DarkMa", "Tab", "; $c.value__", "Enter")
        try screen.expect("\n5\n")
    }

    @Test func completesALineAsPartOfItsEntry() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("foreach ($when in [datetime]'2020-02-28') {", "Enter")
        try screen.expect(">>")
        try screen.keys("$when.AddDa", "Tab", "2).Mon", "Tab", "Enter", "}", "Enter")
        try screen.expect("\n3\nPS /")
    }

    @Test func listsCandidatesThatDiffer() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("Get-Item -Err", "Tab", "Tab")
        let shown = try screen.expect("ErrorVariable  ")
        #expect(shown.contains("ErrorAction  "))
    }

    @Test func completionRunsNothing() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("$(Set-Content /tmp/bulkhead-completed x)", "Tab")
        try screen.expect("x)")
        // Keys typed before Ctrl-C takes effect are dropped by the terminal: wait for its ^C.
        try screen.keys("C-c")
        try screen.expect("^C")
        try screen.keys("Test-Path /tmp/bulkhead-completed", "Enter")
        try screen.expect("\nFalse\n")
    }

    @Test func controlCStopsThePipelineAndNotTheShell() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("while ($true) { }", "Enter")
        try screen.keys("C-c")
        try screen.keys("'still ' + 'here'", "Enter")
        try screen.expect("still here")
        try screen.keys("/bin/sleep 60", "Enter")
        try screen.expect("/bin/sleep 60")
        try screen.keys("C-c", "'after ' + 'sleep'", "Enter")
        try screen.expect("after sleep")
        try screen.keys("1..1000000000 | ForEach-Object { $_ } | Out-Null", "Enter")
        try screen.keys("C-c", "'after ' + 'pipeline'", "Enter")
        try screen.expect("after pipeline")
    }

    @Test func controlCGivesUpALine() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("'never run'; exit 3")
        try screen.expect("exit 3")
        try screen.keys("C-c")
        try screen.expect("^C")
        try screen.keys("'next'", "Enter")
        try screen.expect("\nnext\n")
    }

    @Test func endsOnControlDAndExit() throws {
        let first = try TerminalScreen()
        try first.expect("PS /")
        try first.keys("C-d")
        try first.expectEnd()
        let second = try TerminalScreen()
        try second.expect("PS /")
        try second.keys("exit", "Enter")
        try second.expectEnd()
    }

    @Test func followsTheWindowsSize() throws {
        let screen = try TerminalScreen(columns: 60)
        try screen.expect("PS /")
        try screen.resize(columns: 40, rows: 20)
        try screen.keys("[pscustomobject]@{ A = 'x' * 100 }", "Enter")
        try screen.expect("x…")
        let widest = screen.text.split(separator: "\n").filter { $0.hasPrefix("xx") }.map(\.count).max() ?? 0
        #expect(widest == 39 || widest == 40)
    }

    @Test func insertsAPasteAndDoesNotRunIt() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("\u{1B}[200~Set-Content /tmp/bulkhead-pasted x\n\u{1B}[201~")
        try screen.expect("bulkhead-pasted x")
        #expect(!Files.exists("/tmp/bulkhead-pasted"))
    }

    @Test func colourIsForTerminals() throws {
        let result = try ShellProcess.run([
            "-NoProfile", "-Command", "Get-Item /nope; [pscustomobject]@{ A = 1 }; Write-Host x -ForegroundColor Red",
        ])
        #expect(!result.output.contains("\u{1B}"))
    }
}
