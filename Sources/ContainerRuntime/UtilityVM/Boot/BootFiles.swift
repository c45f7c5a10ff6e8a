import ContainerModel
import Glibc
import LinuxSystem

/// What a utility VM starts from: an unpacked kernel and an initramfs, made once and kept below the state root.
struct BootFiles: Sendable, Codable, Hashable {
    var kernel: String
    var initialFileSystem: String
    /// Names this kernel, executable and set of tools: what was learnt of one does not hold for another.
    var key: String

    /// Raised when the initramfs's content changes without a change of the files that it is made of.
    private static let format = 4
    private static let kept = 3

    /// Finds or makes them. Several processes may ask at once: one makes them, the others wait.
    ///
    /// - Parameter executable: this program's own file, which is the machine's init and the container's endpoint.
    static func prepare(stateRoot: String, executable: String) throws(ContainerError) -> BootFiles {
        let folder = stateRoot + "/vm"
        do throws(SystemError) {
            try Folders.make(folder, mode: 0o711)
            let lock = try FileLock.lock(folder + "/lock", timeout: 900)
            defer { lock.unlock() }
            return try make(folder, stateRoot, executable)
        } catch {
            throw ContainerError(
                .utilityVMFiles, "The files that utility VMs start from could not be made.",
                remedy: "See that '\(folder)' can be written and has 200 MB of room.", cause: error.description)
        }
    }

    private static func make(_ folder: String, _ stateRoot: String, _ executable: String) throws(SystemError) -> BootFiles {
        let kernel: GuestKernel
        let tools: [String]
        do throws(ContainerError) {
            kernel = try GuestKernel.find(stateRoot: stateRoot)
            tools = try ["crun", "tar"].map { name throws(ContainerError) in
                guard let path = findTool(name) else {
                    throw ContainerError(
                        .utilityVMFiles, "The program '\(name)' is needed in utility VMs and is not on this machine.",
                        remedy: "Install it: apt-get install \(name).")
                }
                return path
            }
        } catch {
            throw SystemError(ENOENT, error.description)
        }
        let kernelKey = hash([kernel.release, try identity(kernel.image)])
        let key = hash(
            ["\(format)", kernelKey, try identity(executable)] + (try tools.map { path throws(SystemError) in try identity(path) }))
        let files = BootFiles(
            kernel: "\(folder)/boot/vmlinux-\(kernelKey)", initialFileSystem: "\(folder)/boot/initramfs-\(key)", key: key)
        try Folders.make(folder + "/boot", mode: 0o711)
        // Left by a process that died while it made them; nobody else is at it, since the lock is held.
        for name in try Folders.names(in: folder + "/boot") where name.hasPrefix(".") {
            try Folders.removeTree("\(folder)/boot/\(name)")
        }
        if !Files.exists(files.kernel) {
            let temporary = "\(folder)/boot/.vmlinux"
            do throws(ContainerError) {
                try KernelImage.unpack(kernel.image, into: temporary)
            } catch {
                throw SystemError(EIO, error.description)
            }
            try Files.rename(temporary, files.kernel)
        }
        if !Files.exists(files.initialFileSystem) {
            let temporary = "\(folder)/boot/.initramfs"
            try InitialFileSystem(executable: executable, tools: tools, kernel: kernel).write(to: temporary)
            try Files.rename(temporary, files.initialFileSystem)
            try prune(folder + "/boot", keeping: files.initialFileSystem)
        }
        return files
    }

    /// Removes the initramfs files of earlier builds. A running machine has read its own already.
    private static func prune(_ folder: String, keeping current: String) throws(SystemError) {
        var old: [(path: String, time: Int)] = []
        for name in try Folders.names(in: folder) where name.hasPrefix("initramfs-") {
            let path = "\(folder)/\(name)"
            if path != current, let status = try Files.status(path) { old.append((path, status.st_mtim.tv_sec)) }
        }
        for entry in old.sorted(by: { $0.time > $1.time }).dropFirst(kept - 1) { try Files.remove(entry.path) }
    }

    /// A file as it is now, without reading it: size and time of change.
    private static func identity(_ path: String) throws(SystemError) -> String {
        guard let status = try Files.status(path) else { throw SystemError(ENOENT, "find", path) }
        return "\(path):\(status.st_size):\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }

    /// FNV-1a. A name for a cache that only root writes, where no hash needs to withstand an attack.
    static func hash(_ parts: [String]) -> String {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in parts.joined(separator: "\n").utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(value, radix: 16)
    }
}
