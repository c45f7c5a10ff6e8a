import LinuxSystem
import TestSupport
import Testing

/// The document's sessions at the simulated host's prompt.
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
