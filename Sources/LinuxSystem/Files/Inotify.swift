import Glibc
import Synchronization

/// Changes in folders, as inotify(7) reports them.
package final class Inotify: Sendable {
    /// One change.
    package struct Change: Sendable {
        /// The folder as it was given to `add(_:)`.
        package var folder: String
        /// The name of the entry that changed; empty for the folder itself.
        package var name: String
        /// The event's mask (IN_* of inotify(7)).
        package var mask: UInt32
        /// A number that IN_MOVED_FROM and IN_MOVED_TO of one renaming share; 0 for other events.
        package var cookie: UInt32
        /// Whether the entry is a folder (IN_ISDIR).
        package var isFolder: Bool { mask & UInt32(IN_ISDIR) != 0 }
        /// Whether the mask has a flag (IN_CREATE and so on).
        package func has(_ flag: Int32) -> Bool { mask & UInt32(bitPattern: flag) != 0 }
    }

    /// The inotify descriptor, non-blocking, for poll(2).
    package let descriptor: Descriptor
    private let folders = Mutex<[Int32: String]>([:])

    /// Makes an instance that watches nothing yet.
    /// - Throws: `EMFILE` if the user has too many instances.
    package init() throws(SystemError) {
        let raw = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard raw >= 0 else { throw .last("watch files", nil) }
        descriptor = Descriptor(raw)
    }

    private static let wanted =
        UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MODIFY) | UInt32(IN_ATTRIB) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO)

    /// Watches a folder, without those below it.
    /// - Throws: `ENOENT`, `ENOTDIR`, or `ENOSPC` if the user watches too many folders.
    package func add(_ folder: String) throws(SystemError) {
        let watch = inotify_add_watch(descriptor.raw, folder, Self.wanted | UInt32(IN_ONLYDIR))
        guard watch >= 0 else { throw .last("watch", folder) }
        folders.withLock { $0[watch] = folder }
    }

    /// The changes since the last call; empty if there are none. Changes that the kernel dropped because its queue was full
    /// (IN_Q_OVERFLOW) are not reported.
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
