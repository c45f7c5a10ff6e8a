import CUtilityVM
import ContainerModel
import Glibc
import LinuxSystem

/// The worker process of a utility VM: QEMU with nothing in it that the machine does not need.
///
/// It runs as a user of its own, with no capability, under its seccomp filter, and opens nothing by a path that matters: disks, network
/// and channel are descriptors that it inherits.
struct WorkerProcess {
    struct Disk: Sendable {
        var path: String
        var readOnly: Bool
        /// What the guest finds it by, at most 20 characters.
        var serial: String
    }

    struct Network: Sendable {
        var tap: String
        var macAddress: String
    }

    var files: BootFiles
    var accelerator: Accelerator
    /// Bytes.
    var memory: UInt64
    var user: UInt32
    var group: UInt32
    var disks: [Disk] = []
    var network: Network?

    /// - Parameters:
    ///   - user: also the group, where the accelerator's device needs no other.
    ///   - memory: bytes.
    init(files: BootFiles, accelerator: Accelerator, memory: UInt64, user: UInt32) {
        self.files = files
        self.accelerator = accelerator
        self.memory = memory
        self.user = user
        group = accelerator == .kvm ? AcceleratorVerdict.kvmGroup ?? user : user
    }

    /// The worker of a container's machine.
    init(_ machine: PreparedMachine, containerID: String, memory: UInt64) {
        self.init(
            files: machine.files, accelerator: machine.accelerator, memory: memory, user: Self.user(of: containerID))
    }

    /// The name that process listings show: Hyper-V's name for the worker process of a VM.
    static let name = "vmwp"

    /// The user that the worker of a container runs as: a number of a range that no distribution gives out (systemd's UIDS-GIDS.md:
    /// 1879048192 to 2147352575), told by the container's id, so that nothing has to be allocated or given back.
    static func user(of containerID: String) -> UInt32 {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in containerID.lowercased().utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return 1_879_048_192 + UInt32(value % 268_304_384)
    }

    /// Starts the worker process.
    ///
    /// It dies with the calling thread. `channel` is the host's end of the machine's port, `console` reads what the machine's serial line
    /// and QEMU itself say.
    func start() throws(ContainerError) -> (process: ChildProcess, channel: Descriptor, console: Descriptor) {
        guard let program = findTool("qemu-system-x86_64") else {
            throw ContainerError(
                .utilityVMWorker, "QEMU is not installed: containers of RuntimeType HyperV need it.",
                remedy: "Install it: apt-get install --no-install-recommends qemu-system-x86.")
        }
        do throws(SystemError) {
            return try start(program)
        } catch {
            throw ContainerError(
                .utilityVMWorker, "The utility VM's worker process could not be started.", cause: error.description)
        }
    }

    private func start(_ program: String) throws(SystemError) -> (process: ChildProcess, channel: Descriptor, console: Descriptor) {
        let (channel, port) = try UnixSocket.pair()
        let console = try Descriptor.pipe()
        let kernel = try Descriptor.open(files.kernel, O_RDONLY)
        let initial = try Descriptor.open(files.initialFileSystem, O_RDONLY)
        var options = SpawnOptions(arguments: [], environment: ["PATH=/usr/bin:/bin", "LC_ALL=C"], workingDirectory: "/")
        options.setStandard(output: console.write.raw, error: console.write.raw)
        options.descriptors[3] = port.raw
        options.descriptors[4] = kernel.raw
        options.descriptors[5] = initial.raw
        var opened: [Descriptor] = []
        var devices: [String] = []
        for (index, disk) in disks.enumerated() {
            let number = Int32(6 + index)
            let file = try Descriptor.open(disk.path, (disk.readOnly ? O_RDONLY : O_RDWR) | O_NOFOLLOW)
            options.descriptors[number] = file.raw
            opened.append(file)
            devices += ["-add-fd", "fd=\(number),set=\(number)", "-blockdev"]
            devices += [
                "driver=file,node-name=\(disk.serial),filename=/dev/fdset/\(number),locking=off,"
                    + (disk.readOnly ? "read-only=on" : "discard=unmap")
            ]
            devices += ["-device", "virtio-blk-device,drive=\(disk.serial),serial=\(disk.serial)"]
        }
        if let network {
            let raw = network.tap.withCString { cutilityvm_open_tap($0) }
            guard raw >= 0 else { throw .last("open the tap device", network.tap) }
            let tap = Descriptor(raw)
            options.descriptors[20] = tap.raw
            opened.append(tap)
            devices += ["-netdev", "tap,id=net,fd=20", "-device", "virtio-net-device,netdev=net,mac=\(network.macAddress)"]
        }
        options.arguments = [Self.name] + arguments() + devices
        options.credentials = SpawnOptions.Credentials(user: user, group: group)
        options.noNewPrivileges = true
        options.newSession = true
        options.parentDeathSignal = SIGKILL
        options.fileModeMask = 0o077
        let child = try spawn(program, options)
        return (child, channel, console.read)
    }

    private func arguments() -> [String] {
        let megabytes = memory >> 20
        return [
            "-name", "guest,process=\(Self.name)",
            // The real-time clock stays: without it the kernel waits a second for it, twice.
            "-machine", "microvm,x-option-roms=off,pit=off,pic=off,memory-backend=memory",
            "-accel", accelerator == .kvm ? "kvm" : "tcg",
            // Fast string operations are slow ones under TCG, a turn of a loop for each byte: 13 % of a start.
            "-cpu", accelerator == .kvm ? "host" : "max,-erms",
            "-smp", "1", "-m", "\(megabytes)",
            "-object", "memory-backend-memfd,id=memory,size=\(megabytes)M,share=off",
            "-nodefaults", "-no-user-config", "-display", "none", "-monitor", "none", "-no-reboot",
            "-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
            "-kernel", "/proc/self/fd/4", "-initrd", "/proc/self/fd/5", "-append", kernelArguments(),
            "-chardev", "stdio,id=console,signal=off", "-serial", "chardev:console",
            "-chardev", "socket,id=agent,fd=3", "-device", "virtio-serial-device,max_ports=2",
            "-device", "virtserialport,chardev=agent,nr=1,name=bulkhead.agent",
        ]
    }

    /// Nothing of the container stands here: a machine that was copied from a template has its template's.
    private func kernelArguments() -> String {
        var arguments = [
            "console=ttyS0", "quiet", "panic=-1", "reboot=t", "mitigations=off", "random.trust_cpu=on",
            // Each of these waits or computes for 0.05 to 1 s under TCG for something that a machine of minutes does not use.
            "cryptomgr.notests", "initcall_blacklist=cmos_init,load_system_certificate_list", "rcupdate.rcu_expedited=1", "audit=0",
            "lsm=landlock,yama",
        ]
        if accelerator == .tcg {
            arguments += ["tsc=reliable", "no_timer_check", "nokaslr"]
            // Without it one boot in seven hangs: there is no clock to calibrate the counter with.
            let frequency = cutilityvm_tsc_khz()
            if frequency > 0 { arguments.append("tsc_early_khz=\(frequency)") }
        }
        return arguments.joined(separator: " ")
    }
}
