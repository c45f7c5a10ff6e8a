import Containers
import Glibc
import LinuxSystem
import Testing

@Suite(.serialized, .enabled(if: Fixture.canRunVMs))
struct PreparationTests {
    /// Kernel, initial file system and accelerator's verdict are looked for once in a start, by the shell; the supervisor takes what it is
    /// given. Counted by the openings of the files that each look goes through.
    @Test func aStartPreparesItsMachineOnce() throws {
        let fixture = try Fixture.get()
        try fixture.withContainer(.hyperV, start: false) { container throws in
            let files = ["lock", "accelerator.json"].map { fixture.root.path + "/vm/" + $0 }
            let counter = Descriptor(inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)))
            let watches = files.map { inotify_add_watch(counter.raw, $0, UInt32(IN_OPEN) | UInt32(IN_MASK_CREATE)) }
            #expect(watches.allSatisfy { $0 >= 0 })
            try fixture.host.startContainer(container.id)
            #expect(try fixture.sh(container.id, "cat /proc/1/comm").output == "csrss\n")
            let events = (try? readSome(counter.raw, atMost: 1 << 16)) ?? []
            // No name follows where a file itself is watched.
            #expect(events.count == files.count * MemoryLayout<inotify_event>.size)
        }
    }
}
