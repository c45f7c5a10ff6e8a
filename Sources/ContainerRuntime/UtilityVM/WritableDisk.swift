import AgentProtocol
import ContainerModel
import Glibc
import LinuxSystem

/// A container's own files as a disk for a guest: a sparse ext4 image whose root has the folders `upper` and `work` of an overlay.
///
/// The host writes it with mke2fs and never mounts or reads what a guest has written into it: a file system is parsed by the kernel, and
/// one made to break the parser would have the host.
package enum WritableDisk {
    /// The size of the disk in bytes. The file is sparse: unused blocks take no room on the host.
    package static let standardSize: UInt64 = 16 << 30

    /// Makes the disk at `path`, which must not exist.
    /// - Parameters:
    ///   - contents: a folder of the host with `upper` (and `work`, which may be empty), whose files are copied to the disk; nil for an
    ///     empty disk.
    ///   - size: bytes.
    /// - Throws: `UtilityVMDiskFailed` if mkfs.ext4 is missing or fails, or the file cannot be made; no file is left then.
    package static func make(at path: String, contents: String? = nil, size: UInt64 = standardSize) throws(ContainerError) {
        guard let tool = findTool("mkfs.ext4") else {
            throw ContainerError(
                .utilityVMDisk,
                "The program 'mkfs.ext4' is needed for containers of RuntimeType HyperV and is not on this machine.",
                remedy: "Install it: apt-get install e2fsprogs.")
        }
        do throws(SystemError) {
            let temporary = contents == nil ? try Folders.makeTemporary() : nil
            defer { if let temporary { try? Folders.removeTree(temporary) } }
            if let temporary {
                try Folders.make(temporary + "/upper")
                try Folders.make(temporary + "/work")
            }
            let file = try Descriptor.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW)
            guard ftruncate(file.raw, off_t(clamping: size)) == 0 else { throw .last("make the disk", path) }
            file.close()
            // The guest's kernel initialises the inode tables in the background: mkfs.ext4 takes 20 ms instead of 1 s.
            let result = try runTool(
                tool,
                [
                    "-q", "-F", "-E", "lazy_itable_init=1,lazy_journal_init=1,root_owner=0:0", "-J", "size=8", "-m", "0",
                    "-d", contents ?? temporary ?? "/", path,
                ], timeout: 600)
            guard result.exitCode == 0 else {
                throw SystemError(EIO, "make the file system (\(result.errorText.suffix(400)))", path)
            }
        } catch {
            unlink(path)
            throw ContainerError(
                .utilityVMDisk, "The container's disk could not be made.",
                remedy: "See that '\(Files.split(path).folder)' can be written and has room.", cause: error.description)
        }
    }

    /// Writes the disk's upper layer into the empty folder `target`: files, links, nodes, owners, modes and the extended attributes that an
    /// overlay of the host may see.
    ///
    /// A utility VM reads the file system and streams a tar archive; the host unpacks that in a mount namespace where nothing else can
    /// be written.
    ///
    /// - Parameters:
    ///   - path: the disk, which nothing else uses.
    ///   - id: the container's, whose worker's user the VM gets.
    /// - Throws: `UtilityVMDiskFailed`, `UtilityVMBootFailed`.
    package static func export(_ path: String, into target: String, id: String, machine: PreparedMachine) throws(ContainerError) {
        var worker = WorkerProcess(machine, containerID: id, memory: UtilityVMSandbox.standardMemory)
        worker.disks = [WorkerProcess.Disk(path: path, readOnly: false, serial: "upper")]
        let machine = try UtilityVM.boot(worker)
        defer {
            machine.powerOff()
            _ = machine.ended.wait(timeout: 10)
        }
        do {
            let archive = try Descriptor.pipe()
            let errors = try Descriptor.pipe()
            let unpacker = try Unpacker(target: target, archive: archive.read)
            archive.read.close()
            try machine.call(.configure(UtilityVMSandbox.machineConfiguration(hostName: "export", network: nil)))
            let process = try machine.start(
                streams: ProcessStreams(output: archive.write, error: errors.write), terminal: false
            ) { number in .export(process: number) }.get()
            // Handed over: the machine's thread closes it when all is written, which is what ends the unpacking.
            let code = process.wait()
            let unpacked = unpacker.wait(timeout: 3600)
            guard code == 0, unpacked.exitCode == 0 else {
                throw ContainerError(
                    .utilityVMDisk, "The container's files could not be read from its disk.",
                    cause: UtilityVM.harmless(
                        "tar in the guest ended with \(code), on the host with \(unpacked.exitCode): \(unpacked.text)"))
            }
            try? machine.call(.shutdown, timeout: 10)
        } catch let error as ContainerError {
            throw error
        } catch let failure as RuntimeFailure {
            throw ContainerError(.utilityVMDisk, "The container's files could not be read from its disk.", cause: failure.message)
        } catch {
            throw ContainerError(.utilityVMDisk, "The container's files could not be read from its disk.", cause: "\(error)")
        }
    }
}
