import Glibc
import LinuxSystem

/// The virtio disks, found by the serial numbers that the host gave them: the order of their names depends on the bus.
package enum GuestDisks {
    /// The device file (`/dev/vda`) of the disk with a serial number. Waits up to 5 s for a disk that the kernel is still probing.
    /// - Throws: `ENODEV` if there is no such disk, or the error of reading /sys.
    package static func device(serial: String) throws(SystemError) -> String {
        let end = monotonicSeconds() + 5
        repeat {
            for name in try Folders.names(in: "/sys/block") where name.hasPrefix("vd") {
                let said = (try? Files.readText("/sys/block/\(name)/serial", limit: 256)) ?? ""
                if said.prefix(while: { !$0.isNewline }) == serial[...] { return "/dev/\(name)" }
            }
            sleepSeconds(0.002)
        } while monotonicSeconds() < end
        throw SystemError(ENODEV, "find the disk", serial)
    }
}
