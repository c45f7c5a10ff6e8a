import Containers
import Glibc
import LinuxSystem
import Testing

/// What a container can see and do, observed from inside.
@Suite(.serialized, .enabled(if: Fixture.canRun))
struct IsolationTests {
    @Test(arguments: ContainerCases.types, [UInt32(0), 1000]) func rights(_ type: RuntimeType, _ user: UInt32) throws {
        let fixture = try Fixture.get()
        try fixture.withContainer(type) { container throws in
            let status = ProcessStatus(text: try fixture.sh(container.id, "cat /proc/self/status", user: user).output)
            #expect(status["CapInh"] == "0000000000000000" && status["CapAmb"] == "0000000000000000")
            #expect(status["CapBnd"] == "00000000a80425fb")
            #expect(status["CapEff"] == (user == 0 ? "00000000a80425fb" : "0000000000000000"))
            #expect(status["NoNewPrivs"] == "1" && status["Seccomp"] == "2")
            let initial = ProcessStatus(text: try fixture.sh(container.id, "cat /proc/1/status").output)
            #expect(initial["CapEff"] == "00000000a80425fb" && initial["NoNewPrivs"] == "1" && initial["Seccomp"] == "2")
            for command in ["mount -t tmpfs x /mnt", "unshare -m true", "chroot / unshare -n true", "hostname other", "dmesg"] {
                #expect(try fixture.sh(container.id, command, user: user).code != 0, "\(command)")
            }
        }
    }

    @Test(arguments: ContainerCases.types) func mounts(_ type: RuntimeType) throws {
        let fixture = try Fixture.get()
        try fixture.withContainer(type) { container throws in
            let mounts = MountPoint.parse(try fixture.sh(container.id, "cat /proc/self/mountinfo").output)
            func options(_ path: String) -> Set<String> { Set(mounts.last { $0.path == path }?.options ?? []) }
            #expect(options("/proc").isSuperset(of: ["nosuid", "nodev", "noexec"]))
            #expect(options("/sys").isSuperset(of: ["ro", "nosuid", "nodev", "noexec"]))
            #expect(options("/.bulkhead").isSuperset(of: ["ro", "nosuid", "nodev"]))
            #expect(options("/dev").contains("nosuid"))
            for path in ["/proc/sys", "/proc/bus", "/proc/irq"] { #expect(options(path).contains("ro"), "\(path)") }
            for mount in mounts where mount.type.hasPrefix("cgroup") { #expect(mount.options.contains("ro"), "\(mount.path)") }
            // Masked: the container's own /dev/null (device 1:3) is mounted over it.
            #expect(try fixture.sh(container.id, "stat -c '%t:%T' /proc/kallsyms").output == "1:3\n")
            #expect(try fixture.sh(container.id, "cat /proc/kallsyms | wc -c").output == "0\n")
            #expect(try fixture.sh(container.id, "echo x > /.bulkhead/bulkhead").code != 0)
            let devices = try fixture.sh(container.id, "ls /dev").output.split(separator: "\n").map(String.init)
            let known: Set = [
                "console", "core", "fd", "full", "mqueue", "null", "ptmx", "pts", "random", "shm", "stderr", "stdin", "stdout",
                "tty",
                "urandom", "zero",
            ]
            #expect(Set(devices).subtracting(known).isEmpty, "\(devices)")
        }
    }

    #if arch(x86_64)
        /// A system call with its first arguments and the errno that it must return. `old` makes it through the 32-bit entry (int
        /// 0x80).
        struct Call: Sendable {
            var name: String
            var number: UInt32
            var arguments: [UInt32]
            var answer: UInt8
            var old = false
        }

        static let calls = [
            Call(name: "socket(AF_ALG)", number: 41, arguments: [38, 5, 0], answer: 1),
            Call(name: "socket(AF_VSOCK)", number: 41, arguments: [40, 1, 0], answer: 1),
            Call(name: "socket(AF_UNIX)", number: 41, arguments: [1, 99, 0], answer: 22),
            Call(name: "socket(AF_ALG), 32 bits", number: 359, arguments: [38, 5, 0], answer: 1, old: true),
            Call(name: "socketcall, 32 bits", number: 102, arguments: [1, 0, 0], answer: 38, old: true),
            Call(name: "mount", number: 165, arguments: [0, 0, 0], answer: 1),
            Call(name: "unshare", number: 272, arguments: [0, 0, 0], answer: 1),
            Call(name: "clone(CLONE_NEWUSER)", number: 56, arguments: [0x1000_0000, 0, 0], answer: 1),
            Call(name: "clone3", number: 435, arguments: [0, 0, 0], answer: 38),
            Call(name: "keyctl", number: 250, arguments: [0, 0, 0], answer: 1),
            Call(name: "add_key", number: 248, arguments: [0, 0, 0], answer: 1),
            Call(name: "bpf", number: 321, arguments: [0, 0, 0], answer: 1),
            Call(name: "io_uring_setup", number: 425, arguments: [0, 0, 0], answer: 1),
            Call(name: "userfaultfd", number: 323, arguments: [0, 0, 0], answer: 1),
            Call(name: "setns", number: 308, arguments: [0, 0, 0], answer: 1),
            Call(name: "open_by_handle_at", number: 304, arguments: [0, 0, 0], answer: 1),
            Call(name: "personality(0x40000)", number: 135, arguments: [0x4_0000, 0, 0], answer: 1),
        ]

        @Test(arguments: ContainerCases.types) func refusedSystemCalls(_ type: RuntimeType) throws {
            let fixture = try Fixture.get()
            try fixture.withContainer(type) { container throws in
                for call in Self.calls {
                    let process = try fixture.host.execute(
                        in: container.id,
                        ProcessSpecification(arguments: ["sh", "-c", "cat >/tmp/call && chmod 755 /tmp/call && exec /tmp/call"]))
                    try writeFully(try #require(process.standardInput), Self.program(call))
                    process.closeStandardInput()
                    #expect(process.wait() == Int32(call.answer), "\(call.name)")
                    process.close()
                }
            }
        }

        /// A static ELF file that makes one system call and exits with its errno: the images have no compiler or interpreter to
        /// make it.
        static func program(_ call: Call) -> [UInt8] {
            func bytes<N: FixedWidthInteger>(_ number: N) -> [UInt8] {
                (0..<N.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (N($0) * 8)) }
            }
            func move(_ opcode: UInt8, _ value: UInt32) -> [UInt8] { [opcode] + bytes(value) }
            let (first, second, third) = (call.arguments[0], call.arguments[1], call.arguments[2])
            // eax is the number; arguments are in ebx, ecx, edx for int 0x80, and in edi, esi, edx for syscall.
            let make =
                call.old
                ? move(0xb8, call.number) + move(0xbb, first) + move(0xb9, second) + move(0xba, third) + [0xcd, 0x80]
                : move(0xb8, call.number) + move(0xbf, first) + move(0xbe, second) + move(0xba, third) + [0x0f, 0x05]
            // neg eax; mov edi, eax; mov eax, 60; syscall
            let code = make + [0xf7, 0xd8, 0x89, 0xc7] + move(0xb8, 60) + [0x0f, 0x05]
            let base: UInt64 = 0x40_0000
            let size = UInt64(64 + 56 + code.count)
            let header: [UInt8] =
                [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0] + bytes(UInt16(2)) + bytes(UInt16(62))
                + bytes(UInt32(1))
                + bytes(base + 120) + bytes(UInt64(64)) + bytes(UInt64(0)) + bytes(UInt32(0)) + bytes(UInt16(64))
                + bytes(UInt16(56))
                + bytes(UInt16(1)) + bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt16(0))
            let segment: [UInt8] =
                bytes(UInt32(1)) + bytes(UInt32(5)) + bytes(UInt64(0)) + bytes(base) + bytes(base) + bytes(size) + bytes(size)
                + bytes(UInt64(4096))
            return header + segment + code
        }
    #endif

    @Test func theLargerImage() throws {
        let fixture = try Fixture.get()
        try fixture.withContainer(image: "WindowsServerCore") { container throws in
            #expect(try fixture.sh(container.id, "bash -c 'ps -p 1 -o comm='").output == "csrss\n")
            #expect(try fixture.sh(container.id, "printf 'b\\na\\n' | sort | sed s/a/x/ | grep x").output == "x\n")
        }
    }

    @Test(arguments: ContainerCases.types) func anImageWhoseDeviceFolderIsALink(_ type: RuntimeType) throws {
        let fixture = try Fixture.get()
        let victim = try Folders.makeTemporary()
        defer { try? Folders.removeTree(victim) }
        try Files.write(Array("v".utf8), to: victim + "/ptmx")
        try fixture.withContainer(type, start: false) { container throws in
            let upper = fixture.root.container(container.id) + "/files/upper"
            for name in ["dev", "proc", "sys", ".bulkhead"] { try Files.symlink("\(upper)/\(name)", to: victim) }
            try fixture.host.startContainer(container.id)
            #expect(try fixture.sh(container.id, "stat -c %F /dev /proc /sys /.bulkhead | sort -u").output == "directory\n")
            #expect(try Folders.names(in: victim) == ["ptmx"])
            #expect(try Files.readText(victim + "/ptmx") == "v")
        }
    }

    @Test func workingFoldersThatLeaveTheContainer() throws {
        let fixture = try Fixture.get()
        try fixture.withContainer { container throws in
            for folder in ["/proc/self/fd/3", "/proc/self/fd/7/..", "relative", "/a/../proc/self"] {
                #expect(throws: ContainerError.self, "\(folder)") {
                    try fixture.host.execute(in: container.id, ProcessSpecification(arguments: ["pwd"], workingDirectory: folder))
                }
            }
            // No descriptor of the supervisor or the OCI runtime is open in a process.
            #expect(try fixture.sh(container.id, "ls /proc/self/fd | wc -l").output == "4\n")
        }
    }

    @Test func theStoreIsClosedToOthers() throws {
        let fixture = try Fixture.get()
        try fixture.withContainer { container throws in
            for path in [fixture.root.path, fixture.root.runtimePath, fixture.root.container(container.id)] {
                #expect(try Files.status(path)?.st_mode == 0o040700, "\(path)")
            }
        }
    }
}
