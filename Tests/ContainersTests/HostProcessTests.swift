import Containers
import LinuxSystem
import Testing

/// What the host's own list of processes shows while containers start.
@Suite(.serialized, .enabled(if: Fixture.canRun))
struct HostProcessTests {
    /// No process is called csrss but a container's init: at no moment of a start, and not as a dead process that nobody collects.
    ///
    /// In a process namespace of the test's own, so that other containers of the machine are not seen, and so that what is left to the
    /// namespace's first process, which collects nothing, stays to be seen.
    @Test(arguments: ContainerCases.types) func onlyInitsAreCalledCsrss(_ type: RuntimeType) throws {
        let fixture = try Fixture.get()
        let unshare = try #require(findTool("unshare"))
        let (rounds, samples) = type == .default ? (3, 50) : (1, 50)
        let result = try runTool(
            unshare,
            [
                "--pid", "--fork", "--mount-proc", fixture.driver, fixture.root.path, fixture.root.runtimePath, fixture.executable,
                fixture.namespace, "watch", type.rawValue, String(rounds), String(samples),
            ], timeout: 300)
        let lines = result.outputText.split(separator: "\n").map(String.init)
        #expect(result.exitCode == 0 && lines.count == 3, "\(result.outputText)\(result.errorText)")
        guard lines.count == 3 else { return }
        #expect(lines[0] == lines[1])
        #expect(lines[1].split(separator: ",").count == rounds || type == .hyperV && lines[1] == "[]")
        #expect((Int(lines[2]) ?? 0) >= rounds * samples)
    }
}
