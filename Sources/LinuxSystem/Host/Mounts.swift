import CLinux
import Glibc

/// A line of /proc/PID/mountinfo.
package struct MountPoint: Sendable, Hashable {
    package var path: String
    /// The folder of the file system that is mounted there.
    package var root: String
    package var device: String
    package var options: [String]
    package var type: String
    package var source: String
    package var superOptions: [String]

    /// All mounts that a process sees, in the order they were made; `EINVAL` never: lines that are none are left out.
    package static func all(pid: String = "self") throws(SystemError) -> [MountPoint] {
        parse(try Files.readText("/proc/\(pid)/mountinfo", limit: 64 << 20))
    }

    package static func parse(_ text: String) -> [MountPoint] {
        text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: " ")
            guard fields.count >= 10, let dash = fields.firstIndex(of: "-"), dash >= 6, fields.count > dash + 3 else { return nil }
            func list(_ field: Substring) -> [String] { field.split(separator: ",").map(String.init) }
            return MountPoint(
                path: unescape(fields[4]), root: unescape(fields[3]), device: String(fields[2]), options: list(fields[5]),
                type: String(fields[dash + 1]), source: unescape(fields[dash + 2]), superOptions: list(fields[dash + 3]))
        }
    }

    /// `\040` and the like, in which the kernel writes space, tab, newline and backslash.
    static func unescape(_ field: Substring) -> String {
        guard field.contains("\\") else { return String(field) }
        var bytes: [UInt8] = []
        let input = Array(field.utf8)
        var index = 0
        while index < input.count {
            if input[index] == UInt8(ascii: "\\"), index + 3 < input.count,
                let value = UInt8(String(decoding: input[(index + 1)...(index + 3)], as: UTF8.self), radix: 8)
            {
                bytes.append(value)
                index += 4
            } else {
                bytes.append(input[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// mount(2) and umount2(2).
package enum Mounts {
    package struct Flags: OptionSet, Sendable {
        package var rawValue: UInt
        package init(rawValue: UInt) { self.rawValue = rawValue }
        package static let readOnly = Flags(rawValue: UInt(bitPattern: MS_RDONLY))
        package static let noSUID = Flags(rawValue: UInt(bitPattern: MS_NOSUID))
        package static let noDevices = Flags(rawValue: UInt(bitPattern: MS_NODEV))
        package static let noExecute = Flags(rawValue: UInt(bitPattern: MS_NOEXEC))
        package static let bind = Flags(rawValue: UInt(bitPattern: MS_BIND))
        package static let recursive = Flags(rawValue: UInt(bitPattern: MS_REC))
        package static let remount = Flags(rawValue: UInt(bitPattern: MS_REMOUNT))
        package static let `private` = Flags(rawValue: UInt(bitPattern: MS_PRIVATE))
        package static let slave = Flags(rawValue: UInt(bitPattern: MS_SLAVE))
    }

    package static func mount(
        _ source: String?, on target: String, type: String? = nil, flags: Flags = [], data: String? = nil
    ) throws(SystemError) {
        guard Glibc.mount(source, target, type, flags.rawValue, data) == 0 else { throw .last("mount on", target) }
    }

    /// Unmounts what is mounted there last. A path that is no mount point, or not there, is no error.
    ///
    /// - Parameter detach: true takes it from the tree at once, even while it is in use (MNT_DETACH).
    package static func unmount(_ target: String, detach: Bool = false) throws(SystemError) {
        let flags = Int32(UMOUNT_NOFOLLOW) | (detach ? Int32(MNT_DETACH) : 0)
        guard umount2(target, flags) == 0 || errno == EINVAL || errno == ENOENT else { throw .last("unmount", target) }
    }

    /// Unmounts all that is mounted at or below a folder, last first.
    package static func unmountAll(below folder: String) throws(SystemError) {
        for mount in try MountPoint.all().reversed() where mount.path == folder || mount.path.hasPrefix(folder + "/") {
            try unmount(mount.path, detach: true)
        }
    }
}
