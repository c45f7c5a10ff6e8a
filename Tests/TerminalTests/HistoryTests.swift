import Glibc
import LinuxSystem
import TestSupport
import Testing

/// The history outlives the shell, and shells that run at the same time share it.
@Suite(.serialized) struct HistoryTests {
    private static func makeHome() throws -> String { try Folders.makeTemporary(prefix: "bulkhead-home-") }

    @Test func lastsFromOneShellToTheNext() throws {
        let home = try Self.makeHome()
        defer { try? Folders.removeTree(home) }
        let first = try TerminalScreen(home: home)
        try first.expect("PS /")
        try first.keys("'remember ' + 'me'", "Enter")
        try first.expect("remember me")
        try first.keys("exit", "Enter")
        try first.expectEnd()
        let second = try TerminalScreen(home: home)
        try second.expect("PS /")
        try second.keys("Up", "Up", "Enter")
        try second.expect("\nremember me\n")
    }

    @Test func isSharedByShellsThatRunAtOnce() throws {
        let home = try Self.makeHome()
        defer { try? Folders.removeTree(home) }
        let first = try TerminalScreen(home: home)
        let second = try TerminalScreen(home: home)
        try first.expect("PS /")
        try second.expect("PS /")
        try first.keys("'from ' + 'first'", "Enter")
        try first.expect("from first")
        try second.keys("$null", "Enter")
        try second.keys("Up", "Up", "Enter")
        try second.expect("\nfrom first\n")
    }

    @Test func isTheUsersAlone() throws {
        let home = try Self.makeHome()
        defer { try? Folders.removeTree(home) }
        let screen = try TerminalScreen(home: home)
        try screen.expect("PS /")
        try screen.keys("'kept'", "Enter", "$password = 'hidden'", "Enter", "'last'", "Enter")
        try screen.expect("\nlast\n")
        let path = home + "/.local/share/bulkhead/history"
        let text = try Files.readText(path)
        #expect(text.contains("'kept'"))
        #expect(!text.contains("hidden"))
        #expect(try Files.status(path).map { $0.st_mode & 0o777 } == 0o600)
    }

    @Test func getHistoryListsThisShellsLines() throws {
        let screen = try TerminalScreen()
        try screen.expect("PS /")
        try screen.keys("'one'", "Enter", "(Get-History).CommandLine -join '|'", "Enter")
        try screen.expect("\n'one'\n")
    }
}
