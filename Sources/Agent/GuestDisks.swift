import Glibc
import LinuxSystem

/// The virtio disks, found by the serial numbers that the host gave them: their order is the bus's and says nothing.
package enum GuestDisks {
    /// `/dev/vda` and the like. A disk whose probing has not ended yet is waited for, 5 s at most; then `ENODEV`.
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
