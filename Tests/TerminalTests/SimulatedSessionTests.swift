import LinuxSystem
import TestSupport
import Testing

/// The document's sessions, typed at the prompt of the simulated host.
@Suite(.serialized) struct SimulatedSessionTests {
    private func screen(_ arguments: [String] = ["-NoLogo"]) throws -> TerminalScreen {
        let screen = try TerminalScreen(["-NoProfile", "-Engine", "Simulated"] + arguments, columns: 110, rows: 40)
        try screen.expect("PS C:\\>")
        return screen
    }

    private func enter(_ screen: TerminalScreen) throws {
        try screen.keys(
            "$con = New-Container -Name WINCONT -ContainerImageName WindowsServerCore -SwitchName \"Virtual Switch\"", "Enter")
        try screen.keys("Start-Container $con", "Enter")
        try screen.keys("Enter-PSSession -ContainerId $con.ContainerId –RunAsAdministrator", "Enter")
        try screen.expect("[WINCONT]: PS C:\\>")
    }

    @Test func announcesItself() throws {
        let screen = try screen([])
        #expect(screen.text.contains("Simulated host"))
    }

    @Test func showsTheContainersProcessAndThenTheHosts() throws {
        let screen = try screen()
        try enter(screen)
        try screen.keys("get-process | where {$_.ProcessName -eq 'csrss'}", "Enter")
        try screen.expect("    167       9     1276       3720 ...97     0.20   1228   3 csrss\n\n[WINCONT]: PS C:\\>")
        try screen.keys("cd c:\\win", "Tab", "Enter")
        try screen.expect("[WINCONT]: PS C:\\Windows>")
        try screen.keys("exit", "Enter")
        try screen.expect("exit\nPS C:\\>")
        try screen.keys("get-process | where {$_.ProcessName -eq 'csrss'}", "Enter")
        try screen.expect("    116      11     1284       3700 ...94     0.25    608   1 csrss")
    }

    @Test func dockerOpensACommandPromptInAHyperVContainer() throws {
        let screen = try screen()
        try screen.keys("docker run -it --isolation=hyperv 646d6317b02f cmd", "Enter")
        try screen.expect("Microsoft Windows [Version 10.0.10586]\n(c) 2016 Microsoft Corporation. All rights reserved.\n\nC:\\>")
        try screen.keys("echo in a container", "Enter")
        try screen.expect("\nin a container\n\nC:\\>")
        try screen.keys("exit", "Enter")
        try screen.expect("the shell's prompt") { $0.hasSuffix("PS C:\\>") }
        try screen.keys("Get-Container | Select-Object RuntimeType, ParentImageName, State", "Enter")
        try screen.expect("     HyperV NanoServer        Off")
    }

    @Test func showsOutputAsItComes() throws {
        let screen = try screen()
        try screen.keys("'first'; Start-Sleep 1000", "Enter")
        try screen.expect("\nfirst")
        try screen.keys("C-c")
        try enter(screen)
        try screen.keys("'second'; Start-Sleep 1000", "Enter")
        try screen.expect("\nsecond")
        try screen.keys("C-c")
    }

    @Test func givesUpAQuestionByCtrlC() throws {
        let screen = try screen()
        for place in ["PS C:\\>", "[WINCONT]: PS C:\\>"] {
            try screen.keys("C-l", "Read-Host name; 'reached'", "Enter")
            try screen.expect("name:")
            try screen.keys("C-c")
            let shown = try screen.expect("the prompt again") { $0.hasSuffix("\n" + place) }
            #expect(!shown.contains("\nreached") && !shown.contains("nobody to ask"))
            if place.hasPrefix("PS") { try enter(screen) }
        }
    }

    @Test func runsFinallyBlocksBehindCtrlC() throws {
        let screen = try screen()
        try screen.keys(
            "try { Start-Sleep 1000; 'reached' } finally { mkdir C:\\kept | Out-Null; 'cleaned ' + 'up' }; 'reached'", "Enter")
        sleepSeconds(0.5)
        try screen.keys("C-c")
        let shown = try screen.expect("cleaned up\n\nPS C:\\>")
        #expect(!shown.contains("\nreached"))
        try screen.keys("Test-Path C:\\kept", "Enter")
        try screen.expect("\nTrue")
    }

    /// When the window is closed, the shell ends in order and cleans up.
    @Test func leavesNothingWhenTheTerminalGoes() throws {
        let screen = try screen()
        try screen.keys("$f = 'Z:/tmp/bulkhead-hangup-' + $PID; Set-Content $f 1; $f", "Enter")
        let shown = try screen.expect("\nZ:/tmp/bulkhead-hangup-")
        let name = try #require(shown.split(separator: "\n").first { $0.hasPrefix("Z:/tmp/bulkhead-hangup-") })
        let file = String(name.dropFirst(2))
        try screen.keys("try { Start-Sleep 1000 } finally { Remove-Item $f }", "Enter")
        sleepSeconds(0.5)
        #expect(Files.exists(file))
        try screen.close()
        for _ in 0..<100 where Files.exists(file) { sleepSeconds(0.1) }
        #expect(!Files.exists(file))
    }

    @Test func stopsWhatRunsThereByCtrlC() throws {
        let screen = try screen()
        try enter(screen)
        try screen.keys("Start-Sleep 1000", "Enter")
        try screen.expect("the command alone") { $0.hasSuffix("Start-Sleep 1000") }
        sleepSeconds(0.5)
        try screen.keys("C-c", "'still ' + 'there'", "Enter")
        try screen.expect("\nstill there\n[WINCONT]: PS C:\\>")
    }

    @Test func comesBackWhenTheContainerStops() throws {
        let screen = try screen()
        try enter(screen)
        try screen.keys("Stop-Process -Name csrss", "Enter")
        try screen.expect("The session with 'WINCONT' has ended")
        try screen.keys("(Get-Container).State", "Enter")
        try screen.expect("\nOff\nPS C:\\>")
    }
}
