import ContainerModel
import ContainerRuntime
import LinuxSystem
import Testing

@Suite("The stand-in for libsystemd")
struct StubLibraryTests {
    @Test(.enabled(if: findTool("crun") != nil)) func crunRunsWithIt() throws {
        let crun = try #require(findTool("crun"))
        let folder = try Folders.makeTemporary()
        defer { try? Folders.removeTree(folder) }
        let library = StubLibrary.systemd(for: try Files.read(crun))
        #expect(library.functions.contains("sd_bus_call"))
        try Files.write(library.bytes, to: folder + "/libsystemd.so.0", mode: 0o755)
        let result = try runTool(crun, ["--version"], environment: ["LD_LIBRARY_PATH=\(folder)"])
        #expect(result.exitCode == 0 && result.errorText.isEmpty, "\(result.errorText)")
        #expect(result.outputText.contains("crun version"))
    }
}
