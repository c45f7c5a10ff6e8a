import LinuxSystem
import TestSupport
import Testing

/// docker, and programs in sessions, at the prompt in a real terminal.
@Suite(.serialized, .enabled(if: LinuxPlace.canRun)) struct ContainerTerminalTests {
    /// Seconds to wait. Under TCG, on a busy machine, a utility VM is slow.
    private static let patience = 120.0

    private func screen(_ place: LinuxPlace) throws -> TerminalScreen {
        let screen = try TerminalScreen(["-NoProfile", "-NoLogo"], columns: 100, environment: place.environment)
        try screen.expect("PS ")
        return screen
    }

    /// A program in a session has the terminal, its size and Ctrl-C.
    @Test(arguments: SessionCases.types) func aProgramInASession(_ type: String) throws {
        let place = try LinuxPlace("programs")
        _ = try place.output("New-Container -Name TERM -ContainerImageName NanoServer -RuntimeType \(type) | Start-Container")
        let screen = try screen(place)
        try screen.keys("Enter-PSSession -ContainerName TERM -RunAsAdministrator", "Enter")
        try screen.expect("[TERM]: PS />", seconds: Self.patience)
        try screen.keys("sh", "Enter")
        try screen.expect("/ #", seconds: Self.patience)
        try screen.keys("stty size", "Enter")
        try screen.expect("24 100")
        try screen.resize(columns: 90, rows: 30)
        try screen.expect("the new size", seconds: Self.patience) { shown in
            if !shown.contains("30 90") {
                try? screen.keys("stty size", "Enter")
                sleepSeconds(0.5)
            }
            return shown.contains("30 90")
        }
        try screen.keys("sleep 1000; echo reached", "Enter")
        sleepSeconds(1)
        try screen.keys("C-c")
        try screen.keys("echo still-$((40 + 2))", "Enter")
        let shown = try screen.expect("still-42", seconds: Self.patience)
        #expect(!shown.contains("\nreached"))
        try screen.keys("exit", "Enter")
        try screen.expect("the session's prompt", seconds: Self.patience) { $0.hasSuffix("[TERM]: PS />") }
    }

    @Test(arguments: SessionCases.types) func dockerRun(_ type: String) throws {
        let place = try LinuxPlace("docker-terminal")
        let isolation = type == "HyperV" ? "hyperv" : "process"
        let screen = try screen(place)
        try screen.keys("docker run -it --name box --isolation=\(isolation) NanoServer cmd", "Enter")
        try screen.expect("/ #", seconds: Self.patience)
        try screen.keys("stty size; tty | wc -l", "Enter")
        try screen.expect("24 100\n1\n")
        try screen.keys("sleep 1000", "Enter")
        sleepSeconds(1)
        try screen.keys("C-c")
        try screen.keys("exit 7", "Enter")
        try screen.expect("the shell's own prompt", seconds: Self.patience) {
            $0.split(separator: "\n").last?.hasPrefix("PS ") == true
        }
        try screen.keys("\"code $LASTEXITCODE\"; docker ps -a --format '{{.Status}}'", "Enter")
        try screen.expect("code 7")
        try screen.expect("Exited (7)")
        // The terminal's modes are restored: keys are echoed and lines can be edited.
        try screen.keys("'edit'", "Left", "ed", "Enter")
        try screen.expect("\nedited\n")

        // Without -it, Ctrl-C interrupts the command, as it does a native program.
        try screen.keys("docker run --rm --isolation=\(isolation) NanoServer sleep 1000", "Enter")
        try screen.expect("a running container", seconds: Self.patience) { _ in
            sleepSeconds(0.5)
            return (try? place.output("docker ps -q").isEmpty) == false
        }
        try screen.keys("C-c")
        try screen.keys("\"ended with $LASTEXITCODE\"", "Enter")
        try screen.expect("ended with 130", seconds: Self.patience)
        #expect(try place.output("docker ps -q") == "")
    }

    /// The shell of a `docker run --rm` is killed: the container keeps running, and is removed when it ends.
    @Test(arguments: SessionCases.types) func aDockerRunWhoseShellIsKilled(_ type: String) throws {
        let place = try LinuxPlace("docker-killed")
        let isolation = type == "HyperV" ? "hyperv" : "process"
        let screen = try screen(place)
        try screen.keys("docker run -it --rm --name left --isolation=\(isolation) NanoServer sh", "Enter")
        try screen.expect("/ #", seconds: Self.patience)
        screen.kill()
        #expect(try place.output("docker ps --format '{{.Names}} {{.State}}'") == "left running")
        #expect(try place.output("docker exec left echo goes on; docker stop -t 0 left; docker ps -aq") == "goes on\nleft")
    }

    @Test func completion() throws {
        let place = try LinuxPlace("docker-completion")
        _ = try place.output("New-Container -Name complete-me -ContainerImageName NanoServer")
        let screen = try screen(place)
        try screen.keys("docker insp", "Tab", " comp", "Tab")
        try screen.expect("docker inspect complete-me")
    }
}
