import ContainerModel
import Glibc
import LinuxSystem

/// Writes a cpio archive of the kernel's kind (`newc`, Documentation/driver-api/early-userspace/buffer-format.rst), entry by entry.
///
/// Own code of one page rather than cpio(1), which is one package more and needs a folder tree to read from. Not compressed: reading it
/// costs the host nothing, and unpacking costs the guest more than copying.
struct Archive {
    private let file: Descriptor
    private var number: UInt32 = 0
    private var folders: Set<String> = []

    init(path: String) throws(SystemError) {
        file = try Descriptor.open(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o644)
    }

    /// A folder, with those above it that are missing.
    mutating func addFolder(_ path: String) throws(SystemError) {
        var parts = path.split(separator: "/")
        var missing: [String] = []
        while !parts.isEmpty {
            let name = parts.joined(separator: "/")
            if folders.contains(name) { break }
            missing.append(name)
            parts.removeLast()
        }
        for name in missing.reversed() {
            folders.insert(name)
            try add(name, mode: 0o040755, links: 2, [])
        }
    }

    /// A file under each of the names: the first has the content, the others are hard links to it.
    mutating func addFile(_ names: [String], mode: UInt32 = 0o755, _ content: [UInt8]) throws(SystemError) {
        for name in names { try addFolder(Files.split("/" + name).folder) }
        number &+= 1
        for (index, name) in names.enumerated() {
            try add(name, mode: 0o100000 | mode, links: UInt32(clamping: names.count), index == 0 ? content : [], sameFile: true)
        }
    }

    mutating func finish() throws(SystemError) {
        try add("TRAILER!!!", mode: 0, links: 1, [])
        guard fsync(file.raw) == 0 else { throw .last("sync the initramfs") }
    }

    private mutating func add(_ name: String, mode: UInt32, links: UInt32, _ content: [UInt8], sameFile: Bool = false)
        throws(SystemError)
    {
        if !sameFile { number &+= 1 }
        let nameBytes = Array(name.utf8) + [0]
        let fields: [UInt32] = [
            number, mode, 0, 0, links, 0, UInt32(clamping: content.count), 0, 0, 0, 0, UInt32(nameBytes.count), 0,
        ]
        var header = Array("070701".utf8)
        for field in fields {
            let digits = String(field, radix: 16, uppercase: true)
            header += Array(repeating: UInt8(ascii: "0"), count: 8 - digits.utf8.count) + Array(digits.utf8)
        }
        header += nameBytes
        header += Array(repeating: 0, count: (4 - header.count % 4) % 4)
        try writeFully(file.raw, header)
        try writeFully(file.raw, content)
        try writeFully(file.raw, Array(repeating: 0, count: (4 - content.count % 4) % 4))
    }
}
