import AgentProtocol
import CUtilityVM
import Glibc
import LinuxSystem

/// Runs the container in the utility VM with crun, on an overlay of the disks that the host named.
///
/// crun, not code of the agent's own, so that the same program sets up seccomp, capabilities and namespaces from the same config as
/// for a container on the host.
package final class CrunRuntime: GuestRuntime {
    private enum Path {
        static let crun = "/usr/bin/crun"
        static let tar = "/usr/bin/tar"
        static let state = "/run/crun"
        static let bundle = "/run/bundle"
        static let root = "/run/bundle/rootfs"
        static let lower = "/run/lower"
        static let upper = "/run/upper"
        static let log = "/run/crun.log"
        static let container = "container"
    }

    /// A copy of crun in sealed memory; nil if the kernel cannot seal. Run from an ordinary file, crun makes such a copy of itself
    /// each time, because a container might overwrite the file (CVE-2019-5736). Made once, the copy saves 0.16 s for each start of
    /// a process under TCG.
    private let sealed: Descriptor?
    private var mounted: [String] = []
    private var execCount = 0
    /// The container's root: as its init sees it, once that runs.
    private var root = Path.root

    /// Makes the sealed copy of crun.
    package init() { sealed = Self.seal(Path.crun) }

    package func configure(_ machine: MachineConfiguration) throws(AgentError) {
        guard machine.entropy.withUnsafeBufferPointer({ cutilityvm_add_entropy($0.baseAddress, $0.count) }) == 0 else {
            throw AgentError(.last("add entropy"))
        }
        guard machine.clock.isFinite, cutilityvm_set_clock(machine.clock) == 0 else { throw AgentError(.last("set the clock")) }
        guard sethostname(machine.hostName, machine.hostName.utf8.count) == 0 else { throw AgentError(.last("set the host name")) }
        try GuestNetwork.configure(machine.interfaces)
    }

    package func start(_ bundle: BundleStart) throws(AgentError) -> LaunchedProcess {
        do throws(SystemError) {
            try mountLayers(lower: bundle.lowerDisks, upper: bundle.upperDisk)
            try Files.write(Array(bundle.config.utf8), to: Path.bundle + "/config.json")
        } catch {
            tearDown()
            throw AgentError(error)
        }
        do throws(AgentError) {
            let launched = try launch(
                ["run", "--detach", "--bundle", Path.bundle], terminal: bundle.terminal, size: WindowSize(columns: 80, rows: 24),
                control: false, input: false)
            root = "/proc/\(launched.pid)/root"
            return launched
        } catch {
            tearDown()
            throw error
        }
    }

    package func exec(_ process: ProcessStart) throws(AgentError) -> LaunchedProcess {
        execCount += 1
        let file = "/run/exec-\(execCount).json"
        do throws(SystemError) {
            try Files.write(Array(process.specification.utf8), to: file)
        } catch {
            throw AgentError(error)
        }
        defer { unlink(file) }
        do throws(AgentError) {
            return try launch(
                ["exec", "--detach", "--process", file], terminal: process.terminal,
                size: WindowSize(columns: process.columns, rows: process.rows), control: process.control, input: true)
        } catch {
            guard let program = try? Wire.decode(ProgramDescription.self, from: Array(process.specification.utf8)) else {
                throw error
            }
            throw AgentError(error.failure.explained(by: program.lookup, in: root))
        }
    }

    package func export() throws(AgentError) -> LaunchedProcess {
        do throws(SystemError) {
            // Not read-only: ext4 may have to replay its journal.
            try mountUpper(try GuestDisks.device(serial: "upper"))
            let output = try Descriptor.pipe()
            let errors = try Descriptor.pipe()
            var options = SpawnOptions(
                arguments: [
                    Path.tar, "--create", "--file=-", "--format=posix", "--numeric-owner", "--acls", "--xattrs",
                    "--xattrs-include=*",
                    "--sparse", "--one-file-system", "--directory=\(Path.upper)/upper", ".",
                ], environment: ["PATH=/usr/bin", "LC_ALL=C"])
            options.setStandard(output: output.write.raw, error: errors.write.raw)
            let child = try spawn(Path.tar, options)
            // The host expects all three standard streams of a process on the channel.
            let nothing = try Descriptor.open("/dev/null", O_WRONLY)
            return LaunchedProcess(
                pid: child.pid, ends: [.standardInput: nothing, .standardOutput: output.read, .standardError: errors.read])
        } catch {
            tearDown()
            throw AgentError(error)
        }
    }

    package func ended() -> [(pid: Int32, code: Int32)] {
        var result: [(Int32, Int32)] = []
        while true {
            var status: Int32 = 0
            let pid = waitpid(-1, &status, WNOHANG)
            guard pid > 0 else { return result }
            result.append((pid, exitCode(ofStatus: status)))
        }
    }

    package func signal(_ pid: Int32, _ number: Int32) { kill(pid, number) }

    package func sync() { Glibc.sync() }

    package func tearDown() {
        while let path = mounted.popLast() {
            // A process that outlives the container's init for a moment may keep the mount busy.
            if (try? Mounts.unmount(path)) == nil { try? Mounts.unmount(path, detach: true) }
        }
        Glibc.sync()
    }

    // MARK: Mounts

    private func mountLayers(lower: [String], upper: String) throws(SystemError) {
        var folders: [String] = []
        for (index, serial) in lower.enumerated() {
            let folder = "\(Path.lower)/\(index)"
            try Folders.make(folder)
            try mount(try GuestDisks.device(serial: serial), on: folder, type: "squashfs", flags: .readOnly)
            folders.append(folder)
        }
        try mountUpper(try GuestDisks.device(serial: upper))
        try Folders.make(Path.root)
        let options = [
            "lowerdir=\(folders.joined(separator: ":"))", "upperdir=\(Path.upper)/upper", "workdir=\(Path.upper)/work",
            // The layer must have the same meaning on the host, whose overlay does not use these features.
            "redirect_dir=off", "metacopy=off", "index=off",
        ]
        try mount("overlay", on: Path.root, type: "overlay", data: options.joined(separator: ","))
        try MountPoints.secure(in: Path.root)
    }

    private func mountUpper(_ device: String) throws(SystemError) {
        try Folders.make(Path.upper)
        try mount(device, on: Path.upper, type: "ext4", flags: [.noSUID, .noDevices])
        try Folders.make(Path.upper + "/upper")
        try Folders.make(Path.upper + "/work")
    }

    private func mount(
        _ source: String, on target: String, type: String, flags: Mounts.Flags = [], data: String? = nil
    ) throws(SystemError) {
        try Mounts.mount(source, on: target, type: type, flags: flags, data: data)
        mounted.append(target)
    }

    // MARK: crun

    /// A copy of a file in sealed memory; nil if the kernel cannot seal.
    private static func seal(_ path: String) -> Descriptor? {
        let raw = cutilityvm_sealed_copy(path)
        return raw < 0 ? nil : Descriptor(raw)
    }

    /// Runs crun until it has started the process and exited. The agent, a subreaper as PID 1, then is the process's parent.
    private func launch(
        _ command: [String], terminal: Bool, size: WindowSize, control: Bool, input: Bool
    ) throws(AgentError) -> LaunchedProcess {
        do throws(SystemError) {
            return try launchUnchecked(command, terminal: terminal, size: size, control: control, input: input)
        } catch {
            defer { unlink(Path.log) }
            throw AgentError(RuntimeFailure(log: Path.log, else: error.description))
        }
    }

    private func launchUnchecked(
        _ command: [String], terminal: Bool, size: WindowSize, control: Bool, input: Bool
    ) throws(SystemError) -> LaunchedProcess {
        let pidFile = "/run/crun.pid"
        let consolePath = "/run/console.sock"
        unlink(Path.log)
        unlink(pidFile)
        var ends: [StreamIdentifier.End: Descriptor] = [:]
        var arguments = [
            Path.crun, "--root=\(Path.state)", "--cgroup-manager=cgroupfs", "--log=\(Path.log)", "--log-format=json", command[0],
        ]
        arguments += command.dropFirst() + ["--pid-file", pidFile]
        var options = SpawnOptions(arguments: [], environment: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"])
        var console: Descriptor?
        // The ends that crun and the process use; closed here once crun has started.
        var given: [Descriptor] = []
        if terminal {
            console = try UnixSocket.listen(consolePath)
            arguments += ["--console-socket", consolePath]
        } else {
            if input {
                let pipe = try Descriptor.pipe()
                ends[.standardInput] = pipe.write
                options.descriptors[0] = pipe.read.raw
                given.append(pipe.read)
            }
            for (number, end) in [(Int32(1), StreamIdentifier.End.standardOutput), (2, .standardError)] {
                let pipe = try Descriptor.pipe()
                ends[end] = pipe.read
                options.descriptors[number] = pipe.write.raw
                given.append(pipe.write)
            }
        }
        if control {
            let pair = try UnixSocket.pair()
            ends[.control] = pair.0
            options.descriptors[3] = pair.1.raw
            given.append(pair.1)
            arguments += ["--preserve-fds", "1"]
        }
        options.arguments = arguments + [Path.container]
        let crun = try spawn(sealed.map { "/proc/self/fd/\($0.raw)" } ?? Path.crun, options)
        for descriptor in given { descriptor.close() }
        guard let code = crun.wait(timeout: 60) else {
            crun.signal(SIGKILL)
            throw SystemError(ETIMEDOUT, "wait for crun")
        }
        if let console {
            defer { unlink(consolePath) }
            if code == 0 {
                let connection = try UnixSocket.accept(console, timeout: 5)
                guard let master = try UnixSocket.receive(atMost: 256, descriptors: 1, from: connection.raw).descriptors.first
                else {
                    throw SystemError(EPROTO, "receive the terminal")
                }
                try? size.set(on: master.raw)
                ends[.terminal] = master
            }
        }
        guard code == 0, let pid = Int32(try Files.readText(pidFile, limit: 64).prefix { $0.isNumber }) else {
            throw SystemError(ECHILD, "start the process: crun ended with \(code)")
        }
        return LaunchedProcess(pid: pid, ends: ends)
    }
}

/// The exit code of a status from waitpid(2): 0 to 255, or 128 plus the signal.
private func exitCode(ofStatus status: Int32) -> Int32 {
    status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
}

/// What of OCI's `process` object says where a program is looked for.
private struct ProgramDescription: Decodable {
    struct User: Decodable {
        var uid: UInt32
        var gid: UInt32
    }

    var args: [String]
    var env: [String]
    var cwd: String
    var user: User

    var lookup: ProgramLookup {
        ProgramLookup(program: args.first ?? "", environment: env, workingDirectory: cwd, user: user.uid, group: user.gid)
    }
}
