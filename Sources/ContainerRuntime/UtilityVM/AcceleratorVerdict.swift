import ContainerModel
import FoundationEssentials
import Glibc
import LinuxSystem

/// Whether this machine can run utility VMs under KVM, proved by a boot that reached the agent, and kept as long as nothing changes.
///
/// /dev/kvm being there says little: under some hypervisors it opens, and then no kernel boots.
struct AcceleratorVerdict: Codable, Sendable, Hashable {
    var accelerator: Accelerator
    /// Why it is not KVM.
    var reason: String?
    /// The boot of the host, kernel, initramfs and QEMU that it holds for.
    var key: String

    /// A boot under KVM takes a quarter of a second; one that hangs is given up after this.
    private static let bound = 5.0

    static func current(files: BootFiles, stateRoot: String) throws(ContainerError) -> AcceleratorVerdict {
        let path = stateRoot + "/vm/accelerator.json"
        let key = BootFiles.hash([HostFacts.bootID, files.key, files.kernel, emulator()])
        if let known = read(path), known.key == key { return known }
        do throws(SystemError) {
            let lock = try FileLock.lock(stateRoot + "/vm/accelerator.lock", timeout: 60)
            defer { lock.unlock() }
            if let known = read(path), known.key == key { return known }
            let verdict = prove(files, key)
            if let bytes = try? JSONEncoder().encode(verdict) { try Files.replace(path, with: Array(bytes), mode: 0o600) }
            return verdict
        } catch {
            throw ContainerError(
                .utilityVMFiles, "What is known of this machine's accelerator cannot be kept.", cause: error.description)
        }
    }

    private static func prove(_ files: BootFiles, _ key: String) -> AcceleratorVerdict {
        func emulated(_ reason: String) -> AcceleratorVerdict { AcceleratorVerdict(accelerator: .tcg, reason: reason, key: key) }
        guard let status = try? Files.status("/dev/kvm") else { return emulated("There is no /dev/kvm.") }
        let user = WorkerProcess.user(of: "accelerator")
        // The worker opens it as a user without rights: through the device's group, where it has one.
        guard status.st_mode & 0o006 == 0o006 || status.st_mode & 0o060 == 0o060 && status.st_gid != 0 else {
            return emulated("/dev/kvm is for root alone; a worker process is not root.")
        }
        let worker = WorkerProcess(files: files, accelerator: .kvm, memory: UtilityVMSandbox.standardMemory, user: user)
        do throws(ContainerError) {
            let machine = try UtilityVM.boot(worker, timeout: bound, attempts: 1)
            machine.powerOff()
            _ = machine.ended.wait(timeout: 5)
            return AcceleratorVerdict(accelerator: .kvm, key: key)
        } catch {
            return emulated("A machine did not boot under KVM: \(error.cause ?? error.message)")
        }
    }

    /// The group that may use /dev/kvm; nil where everybody may.
    static var kvmGroup: UInt32? {
        guard let status = try? Files.status("/dev/kvm"), status.st_mode & 0o006 != 0o006 else { return nil }
        return status.st_gid
    }

    private static func read(_ path: String) -> AcceleratorVerdict? {
        guard let bytes = try? Files.read(path, limit: 64 << 10) else { return nil }
        return try? JSONDecoder().decode(AcceleratorVerdict.self, from: Data(bytes))
    }

    private static func emulator() -> String {
        guard let path = findTool("qemu-system-x86_64"), let status = try? Files.status(path) else { return "" }
        return "\(path):\(status.st_size):\(status.st_mtim.tv_sec)"
    }
}
