import Glibc
import Synchronization

/// Changes of folders, as the kernel tells of them (inotify(7)).
package final class Inotify: Sendable {
    package struct Change: Sendable {
        package var folder: String
        package var name: String
        package var mask: UInt32
        /// Joins the two halves of a renaming; 0 where there are none.
        package var cookie: UInt32
        package var isFolder: Bool { mask & UInt32(IN_ISDIR) != 0 }
        package func has(_ flag: Int32) -> Bool { mask & UInt32(bitPattern: flag) != 0 }
    }

    package let descriptor: Descriptor
    private let folders = Mutex<[Int32: String]>([:])

    package init() throws(SystemError) {
        let raw = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard raw >= 0 else { throw .last("watch files", nil) }
        descriptor = Descriptor(raw)
    }

    private static let wanted =
        UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MODIFY) | UInt32(IN_ATTRIB) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO)

    /// Watches one more folder, not those below it.
    package func add(_ folder: String) throws(SystemError) {
        let watch = inotify_add_watch(descriptor.raw, folder, Self.wanted | UInt32(IN_ONLYDIR))
        guard watch >= 0 else { throw .last("watch", folder) }
        folders.withLock { $0[watch] = folder }
    }

    /// What has changed since the last time; empty where nothing has.
    package func read() -> [Change] {
        guard let bytes = try? readSome(descriptor.raw, atMost: 1 << 16) else { return [] }
        var changes: [Change] = []
        var rest = bytes[...]
        let head = MemoryLayout<inotify_event>.size
        while rest.count >= head {
            let fields = rest.prefix(head).withUnsafeBytes { raw in
                (0..<4).map { raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self) }
            }
            rest = rest.dropFirst(head)
            let length = Int(fields[3])
            guard rest.count >= length else { break }
            let name = String(decoding: rest.prefix(length).prefix { $0 != 0 }, as: UTF8.self)
            rest = rest.dropFirst(length)
            let watch = Int32(bitPattern: fields[0])
            if let folder = folders.withLock({ $0[watch] }) {
                changes.append(Change(folder: folder, name: name, mask: fields[1], cookie: fields[2]))
            }
            if fields[1] & UInt32(IN_IGNORED) != 0 { folders.withLock { $0[watch] = nil } }
        }
        return changes
    }
}
