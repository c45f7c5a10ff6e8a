import Glibc
import LinuxSystem
import TestSupport
import Testing

/// The profile, and a prompt that it defines.
@Suite(.serialized) struct ProfileTests {
    private static func makeHome(_ profile: String) throws -> String {
        let home = try Folders.makeTemporary(prefix: "bulkhead-home-")
        try Folders.make(home + "/.config/bulkhead", mode: 0o700)
        try Files.write(Array(profile.utf8), to: home + "/.config/bulkhead/profile.ps1", mode: 0o600)
        return home
    }

    @Test func definesThePrompt() throws {
        let home = try Self.makeHome("function prompt { \"mine $(1 + 1)> \" }\n$loaded = 'yes'")
        defer { try? Folders.removeTree(home) }
        let screen = try TerminalScreen(["-NoLogo"], home: home)
        try screen.expect("mine 2>")
        try screen.keys("$loaded", "Enter")
        try screen.expect("\nyes\n")
    }

    @Test func isLeftOutWhereOthersCanWriteIt() throws {
        let home = try Self.makeHome("'dangerous'")
        defer { try? Folders.removeTree(home) }
        #expect(chmod(home + "/.config/bulkhead/profile.ps1", 0o666) == 0)
        let screen = try TerminalScreen(["-NoLogo"], columns: 160, home: home)
        let shown = try screen.expect("others can write to it")
        #expect(!shown.contains("\ndangerous"))
    }
}
