import LinuxSystem
import TestSupport
import Testing

/// The behaviour of sessions in real containers: one table of cases, run with both runtime types.
@Suite(.serialized, .enabled(if: LinuxPlace.canRun)) struct SessionCases {
    static let types = ["Default", "HyperV"]

    /// A place with a running container of a runtime type.
    private func place(_ type: String) throws -> LinuxPlace {
        let place = try LinuxPlace("sessions")
        let made = try place.output(
            "New-Container -Name CON -ContainerImageName NanoServer -RuntimeType \(type) | Start-Container -Passthru | % State")
        #expect(made == "Running")
        return place
    }

    @Test(arguments: types) func objectsComeBack(_ type: String) throws {
        let place = try place(type)
        #expect(
            try place.output(
                "Invoke-Command -ContainerName CON -RunAsAdministrator { Get-Process csrss } | Select-Object Id, ProcessName, "
                    + "PSComputerName | ConvertTo-Json -Compress") == #"{"Id":1,"ProcessName":"csrss","PSComputerName":"CON"}"#)
        #expect(try place.output("icm -ContainerName CON { id -u; $PWD.Path }") == "1000\n/")
        #expect(try place.output("icm -ContainerName CON -RunAsAdministrator { param($n) id -u; $n + 1 } -Args 41") == "0\n42")
        #expect(try place.output("icm -ContainerName CON { Set-Content /etc/no 1 } 2>&1").contains("/etc/no"))
        let seen = try place.output(
            "$p = icm -ContainerName CON -RunAsAdministrator { Get-Process csrss }; (Get-Process -Id $p.HostId).ProcessName")
        #expect(type == "Default" ? seen == "csrss" : seen != "csrss")
    }

    @Test(arguments: types) func errorsAreThoseOfTheBlock(_ type: String) throws {
        let place = try place(type)
        let printed = try place.output(
            "icm -ContainerName CON { 'before'; Get-Content /nope; throw 'no more'; 'after' }; 'next'; Stop-Container CON -TurnOff; "
                + "icm -ContainerName CON { 1 }; icm -ContainerName NOSUCH { 1 }")
        #expect(
            printed == """
                before
                Get-Content: Cannot find path '/nope' because it does not exist.
                Invoke-Command: no more
                next
                Invoke-Command: The input ContainerName CON does not exist, or the corresponding container is not running.
                Invoke-Command: The input ContainerName NOSUCH does not exist, or the corresponding container is not running.
                """)
    }

    @Test(arguments: types) func aContainerThatStopsEndsItsSessions(_ type: String) throws {
        let place = try place(type)
        let printed = try place.output(
            "icm -ContainerName CON { 1..100 | % { $_; Start-Sleep -Milliseconds 100 } } | "
                + "% { if ($_ -eq 2) { Stop-Container CON -TurnOff; 'stopped' } }; 'next'")
        #expect(printed.hasPrefix("stopped\n"))
        #expect(printed.contains("The session with 'CON' has ended"))
        #expect(printed.hasSuffix("\nnext"))
    }

    @Test(arguments: types) func thePromptEntersAndComesBack(_ type: String) throws {
        let place = try place(type)
        let home = try Folders.makeTemporary(prefix: "bulkhead-home-")
        defer { try? Folders.removeTree(home) }
        let screen = try TerminalScreen(columns: 120, home: home, environment: place.environment)
        try screen.expect("PS /")
        try screen.keys("Enter-PSSession -ContainerName CON -RunAsAdministrator", "Enter")
        try screen.expect("[CON]: PS />", seconds: 60)
        // The endpoint completes: the files are the container's.
        try screen.keys("Get-Item /.bulk", "Tab")
        try screen.expect("Get-Item /.bulkhead/")
        try screen.keys("C-c", "Set-Location /usr; 6 * 7", "Enter")
        try screen.expect("the answer and the folder") { $0.contains("\n42\n[CON]: PS /usr>") }
        // Ctrl-C stops the command in the session and not the session.
        try screen.keys("Start-Sleep 1000", "Enter")
        try screen.expect { $0.hasSuffix("Start-Sleep 1000") }
        sleepSeconds(1)
        try screen.keys("C-c", "'still ' + 'there'", "Enter")
        try screen.expect("\nstill there\n")
        // A program in the session has a terminal.
        try screen.keys("sh", "Enter")
        try screen.expect { $0.hasSuffix("#") || $0.hasSuffix("$") }
        try screen.keys("tty && exit", "Enter")
        try screen.expect("/dev/pts/")
        try screen.keys("Enter-PSSession CON", "Enter")
        try screen.expect("You are currently in a PowerShell PSSession")
        try screen.keys("exit", "Enter")
        try screen.expect { $0.contains("exit\nPS /") }

        // The next session in the container has the history of this one.
        try screen.keys("C-l", "Enter-PSSession CON", "Enter")
        try screen.expect("[CON]: PS />", seconds: 60)
        try screen.keys("Up", "Up", "Up", "Up")
        try screen.expect("'still ' + 'there'")
        try screen.keys("C-c")
        // Another shell stops the container.
        #expect(try place.output("Stop-Container CON -TurnOff; 'done'") == "done")
        try screen.expect("The session with 'CON' has ended", seconds: 30)
        try screen.keys("'back ' + 'here'", "Enter")
        try screen.expect { $0.contains("\nback here\nPS /") }
    }
}

extension TerminalScreen {
    fileprivate func expect(_ condition: (String) -> Bool) throws { try expect("what comes next", condition) }
}
