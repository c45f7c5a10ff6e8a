import Glibc
import LinuxSystem

/// The OCI configuration of a container, written by us from the first byte to the last: what a runtime's own template leaves open (a /proc
/// without nosuid, noexec, nodev; no masks) cannot slip in, and nothing of an image's metadata chooses a device, mount or annotation.
package struct BundleDocument: Sendable {
    /// The container's id, which names its control group `/bulkhead/ID`.
    package var id: ContainerID
    /// The host name inside.
    package var hostName: String
    /// `NAME=value` pairs of the first process.
    package var environment: [String]
    /// The folder that is mounted at `/.bulkhead`.
    package var executableFolder: String
    /// The memory limit in bytes; nil for none.
    package var memory: UInt64?
    /// The path of an existing network namespace; nil makes a new one with only the loopback interface.
    package var networkNamespace: String?
    /// True where the runtime can make control groups here.
    package var controlGroups: Bool
    /// The command of the container's first process: init, except where an OCI runtime is being probed.
    package var program = BundleDocument.initProcess

    /// The command of the container's init: Bulkhead's own executable under the name `csrss`, which Windows containers run.
    package static let initProcess = ["/.bulkhead/csrss"]
    /// The most processes of a container. Docker sets no limit by default, which lets a fork bomb exhaust the machine.
    package static let processLimit = 4096

    /// A document for the container's init.
    /// - Parameters:
    ///   - executableFolder: the host's folder with `bulkhead` and `csrss`.
    ///   - memory: bytes; nil for no limit.
    ///   - networkNamespace: a path; nil makes a namespace with loopback only.
    package init(
        id: ContainerID, hostName: String, environment: [String], executableFolder: String, memory: UInt64? = nil,
        networkNamespace: String? = nil, controlGroups: Bool
    ) {
        self.id = id
        self.hostName = hostName
        self.environment = environment
        self.executableFolder = executableFolder
        self.memory = memory
        self.networkNamespace = networkNamespace
        self.controlGroups = controlGroups
    }

    /// The bundle's `config.json`.
    package var bytes: [UInt8] {
        let specification = ProcessSpecification(arguments: program, environment: environment)
        return JSON.object([
            ("ociVersion", "1.0.2"),
            ("process", ProcessDocument.json(specification)),
            ("root", ["path": "rootfs", "readonly": false]),
            ("hostname", .string(hostName)),
            ("mounts", .array(mounts)),
            ("linux", linux),
        ]).bytes
    }

    private var linux: JSON {
        var namespaces: [JSON] = [["type": "pid"], ["type": "ipc"], ["type": "uts"], ["type": "mount"], ["type": "cgroup"]]
        if let networkNamespace {
            namespaces.append(["type": "network", "path": .string(networkNamespace)])
        } else {
            namespaces.append(["type": "network"])
        }
        var resources: [(String, JSON)] = [("devices", Self.deviceRules), ("pids", ["limit": .number(Int64(Self.processLimit))])]
        if let memory { resources.append(("memory", ["limit": .number(Int64(clamping: memory))])) }
        var entries: [(String, JSON)] = [
            ("namespaces", .array(namespaces)),
            ("maskedPaths", .strings(Self.maskedPaths)),
            ("readonlyPaths", .strings(Self.readOnlyPaths)),
            ("seccomp", Seccomp.profile(capabilities: Capabilities.standard)),
        ]
        if controlGroups {
            entries.append(("cgroupsPath", .string("/bulkhead/\(id.text)")))
            entries.append(("resources", .object(resources)))
        }
        return .object(entries)
    }

    private var mounts: [JSON] {
        func mount(_ target: String, _ type: String, _ source: String, _ options: String) -> JSON {
            [
                "destination": .string(target), "type": .string(type), "source": .string(source),
                "options": .strings(options.split(separator: ",").map(String.init)),
            ]
        }
        var mounts = [
            mount("/proc", "proc", "proc", "nosuid,noexec,nodev"),
            mount("/dev", "tmpfs", "tmpfs", "nosuid,strictatime,mode=755,size=65536k"),
            mount("/dev/pts", "devpts", "devpts", "nosuid,noexec,newinstance,ptmxmode=0666,mode=0620,gid=5"),
            mount("/dev/shm", "tmpfs", "shm", "nosuid,noexec,nodev,mode=1777,size=65536k"),
            mount("/dev/mqueue", "mqueue", "mqueue", "nosuid,noexec,nodev"),
            mount("/sys", "sysfs", "sysfs", "nosuid,noexec,nodev,ro"),
        ]
        if controlGroups { mounts.append(mount("/sys/fs/cgroup", "cgroup", "cgroup", "nosuid,noexec,nodev,relatime,ro")) }
        mounts.append(mount("/.bulkhead", "bind", executableFolder, "bind,nosuid,nodev,ro"))
        return mounts
    }

    /// Paths that are hidden from containers: Docker's list, and further kernel files that reveal the host's state.
    package static var maskedPaths: [String] {
        let processors = max(1, min(4096, sysconf(Int32(_SC_NPROCESSORS_CONF))))
        return files + (0..<processors).map { "/sys/devices/system/cpu/cpu\($0)/thermal_throttle" }.filter { Files.exists($0) }
    }

    private static let files =
        [
            "acpi", "asound", "config.gz", "interrupts", "iomem", "ioports", "kallsyms", "kcore", "keys", "kmsg", "kpagecgroup",
            "kpagecount", "kpageflags", "latency_stats", "sched_debug", "scsi", "timer_list", "timer_stats",
        ].map { "/proc/" + $0 } + [
            "/sys/devices/virtual/powercap", "/sys/firmware",
        ]

    /// Kernel settings that containers may read but not change (Docker's list).
    package static let readOnlyPaths = ["bus", "fs", "irq", "sys", "sysrq-trigger"].map { "/proc/" + $0 }

    /// The device rules: access to the standard devices that OCI runtimes make (null, zero, full, random, urandom, tty, console, ptmx, pts)
    /// and to no other. mknod is allowed for any device, since a node without access does no harm.
    private static let deviceRules: JSON = [
        ["allow": false, "access": "rwm"],
        ["allow": true, "type": "c", "access": "m"],
        ["allow": true, "type": "b", "access": "m"],
        ["allow": true, "type": "c", "major": 1, "minor": 3, "access": "rwm"],
        ["allow": true, "type": "c", "major": 1, "minor": 5, "access": "rwm"],
        ["allow": true, "type": "c", "major": 1, "minor": 7, "access": "rwm"],
        ["allow": true, "type": "c", "major": 1, "minor": 8, "access": "rwm"],
        ["allow": true, "type": "c", "major": 1, "minor": 9, "access": "rwm"],
        ["allow": true, "type": "c", "major": 5, "minor": 0, "access": "rwm"],
        ["allow": true, "type": "c", "major": 5, "minor": 2, "access": "rwm"],
        ["allow": true, "type": "c", "major": 136, "access": "rwm"],
    ]
}
