import AgentProtocol
import ContainerModel
import Glibc
import LinuxSystem

/// Runs a container with the standard configuration and one short-lived program in it, to see whether a runtime works on this machine.
struct RuntimeProbe {
    let root: StateRoot
    let executableFolder: String

    /// What runs: this program, which prints its version and ends. Not csrss, which a listing of the host would show beside that of a
    /// container.
    private static let program = ["/.bulkhead/bulkhead", "-Version"]

    /// Nil where the runtime works; else why it does not.
    ///
    /// The runtime stays with the program until that has ended, and takes its exit code. Detached, the program would be left to whichever
    /// process of the machine collects orphans: a dead process in every listing until that comes to it.
    func failure(of runtime: OCIRuntime) -> String? {
        let id = ContainerID()
        let folder = "\(root.runtimePath)/probe-\(id.digits.prefix(16))"
        defer {
            ControlGroups.kill(id)
            ControlGroups.remove(id)
            try? Folders.removeTree(folder)
        }
        do throws(SystemError) {
            try Folders.make(folder, mode: 0o700)
            for name in ["proc", "dev", "sys", ".bulkhead"] { try Folders.make("\(folder)/rootfs/\(name)") }
            var document = BundleDocument(
                id: id, hostName: "probe", environment: [], executableFolder: executableFolder, controlGroups: runtime.controlGroups
            )
            document.program = Self.program
            try Files.write(document.bytes, to: folder + "/config.json")
            let log = folder + "/log"
            let null = try Descriptor.open("/dev/null", O_RDWR)
            let result = try runTool(
                runtime.path,
                runtime.arguments(stateFolder: folder + "/oci", log: log) + ["run", "--bundle", folder, id.text],
                descriptors: [0: null.raw, 1: null.raw, 2: null.raw], timeout: 20)
            if result.timedOut { return "it did not end within 20 s" }
            return result.exitCode == 0 ? nil : RuntimeFailure(log: log, else: "it ended with \(result.exitCode)").message
        } catch {
            return error.description
        }
    }
}
