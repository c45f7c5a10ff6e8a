import CLinux
import Glibc

/// A line of /proc/PID/mountinfo (proc_pid_mountinfo(5)).
package struct MountPoint: Sendable, Hashable {
    /// The mount point, relative to the process's root.
    package var path: String
    /// The folder of the mounted file system that forms the root of this mount.
    package var root: String
    /// The device of the file system, as `major:minor`.
    package var device: String
    /// The options of this mount (`rw`, `nosuid`).
    package var options: [String]
    /// The file system type (`ext4`).
    package var type: String
    /// The source, as the file system reports it (`/dev/sda1`, `none`).
    package var source: String
    /// The options of the file system, which all its mounts share.
    package var superOptions: [String]

    /// All mounts that a process sees, in the kernel's order: a mount comes after the one below it.
    /// - Parameter pid: the process's folder in /proc.
    /// - Throws: the error of reading /proc; a malformed line is skipped and is no error.
    package static func all(pid: String = "self") throws(SystemError) -> [MountPoint] {
        parse(try Files.readText("/proc/\(pid)/mountinfo", limit: 64 << 20))
    }

    /// Parses the text of a mountinfo file; malformed lines are skipped.
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

    /// Decodes the kernel's octal escapes: `\040`, `\011`, `\012` and `\134` for space, tab, newline and backslash.
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
    /// Flags of mount(2).
    package struct Flags: OptionSet, Sendable {
        package var rawValue: UInt
        package init(rawValue: UInt) { self.rawValue = rawValue }
        /// MS_RDONLY.
        package static let readOnly = Flags(rawValue: UInt(bitPattern: MS_RDONLY))
        /// MS_NOSUID.
        package static let noSUID = Flags(rawValue: UInt(bitPattern: MS_NOSUID))
        /// MS_NODEV.
        package static let noDevices = Flags(rawValue: UInt(bitPattern: MS_NODEV))
        /// MS_NOEXEC.
        package static let noExecute = Flags(rawValue: UInt(bitPattern: MS_NOEXEC))
        /// MS_BIND.
        package static let bind = Flags(rawValue: UInt(bitPattern: MS_BIND))
        /// MS_REC.
        package static let recursive = Flags(rawValue: UInt(bitPattern: MS_REC))
        /// MS_REMOUNT.
        package static let remount = Flags(rawValue: UInt(bitPattern: MS_REMOUNT))
        /// MS_PRIVATE.
        package static let `private` = Flags(rawValue: UInt(bitPattern: MS_PRIVATE))
        /// MS_SLAVE.
        package static let slave = Flags(rawValue: UInt(bitPattern: MS_SLAVE))
    }

    /// mount(2).
    /// - Parameters:
    ///   - source: the device, or the folder of a bind mount.
    ///   - type: the file system type.
    ///   - data: options of the file system (`mode=0755`).
    /// - Throws: mount(2)'s error.
    package static func mount(
        _ source: String?, on target: String, type: String? = nil, flags: Flags = [], data: String? = nil
    ) throws(SystemError) {
        guard Glibc.mount(source, target, type, flags.rawValue, data) == 0 else { throw .last("mount on", target) }
    }

    /// umount2(2) of the topmost mount on a path; symbolic links are not followed. A path that does not exist or is no mount point
    /// is no error.
    /// - Parameter detach: whether to remove the mount from the tree at once and release it when it is no longer in use
    ///   (MNT_DETACH).
    /// - Throws: `EBUSY` if it is in use, or another error of umount2(2) except `EINVAL` and `ENOENT`.
    package static func unmount(_ target: String, detach: Bool = false) throws(SystemError) {
        let flags = Int32(UMOUNT_NOFOLLOW) | (detach ? Int32(MNT_DETACH) : 0)
        guard umount2(target, flags) == 0 || errno == EINVAL || errno == ENOENT else { throw .last("unmount", target) }
    }

    /// Detaches all mounts at or below a folder, the last first.
    /// - Parameter folder: an absolute path without symbolic links.
    /// - Throws: the error of reading /proc or of umount2(2).
    package static func unmountAll(below folder: String) throws(SystemError) {
        for mount in try MountPoint.all().reversed() where mount.path == folder || mount.path.hasPrefix(folder + "/") {
            try unmount(mount.path, detach: true)
        }
    }
}
