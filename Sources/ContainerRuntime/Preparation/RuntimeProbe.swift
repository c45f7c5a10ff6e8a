import AgentProtocol
import ContainerModel
import Glibc
import LinuxSystem

/// Runs a container with the standard configuration and nothing in it but its init.
struct RuntimeProbe {
    let root: StateRoot
    let executableFolder: String

    /// Nil where the runtime works; else why it does not.
    func failure(of runtime: OCIRuntime) -> String? {
        let id = ContainerID()
        let folder = "\(root.runtimePath)/probe-\(id.digits.prefix(16))"
        defer { try? Folders.removeTree(folder) }
        do throws(SystemError) {
            try Folders.make(folder, mode: 0o700)
            for name in ["proc", "dev", "sys", ".bulkhead"] { try Folders.make("\(folder)/rootfs/\(name)") }
            let document = BundleDocument(
                id: id, hostName: "probe", environment: [], executableFolder: executableFolder, controlGroups: runtime.controlGroups
            )
            try Files.write(document.bytes, to: folder + "/config.json")
            let begin = runtime.arguments(stateFolder: folder + "/oci", log: folder + "/log")
            let pidFile = folder + "/pid"
            let null = try Descriptor.open("/dev/null", O_RDWR)
            let result = try runTool(
                runtime.path, begin + ["run", "--detach", "--bundle", folder, "--pid-file", pidFile, id.text],
                descriptors: [0: null.raw, 1: null.raw, 2: null.raw], timeout: 20)
            let pid = (try? Files.readText(pidFile, limit: 64)).flatMap { Int32($0.filter { !$0.isWhitespace }) }
            defer {
                if let pid, let process = try? ProcessHandle(pid) {
                    try? process.signal(SIGKILL)
                    _ = process.waitEnd(timeout: 5)
                    ChildProcess(adopting: pid).wait()
                }
                ControlGroups.remove(id)
            }
            guard result.exitCode == 0, pid != nil else {
                return RuntimeFailure(log: folder + "/log", else: "it ended with \(result.exitCode)").message
            }
            return nil
        } catch {
            return error.description
        }
    }
}
