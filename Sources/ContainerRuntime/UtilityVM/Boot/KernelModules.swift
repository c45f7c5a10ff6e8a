import ContainerModel
import Glibc
import LinuxSystem

/// The modules of a kernel's folder (`lib/modules/RELEASE`), as they have to be loaded.
///
/// Reads each module's own `.modinfo` and not modules.dep, which depmod writes at a package's installation: an unpacked one has none.
struct KernelModules {
    /// What a utility VM needs: its bus, channel, disks, network, and the file systems of a container's root.
    static let needed = ["virtio_mmio", "virtio_console", "virtio_blk", "virtio_net", "squashfs", "ext4", "overlay"]

    private let files: [String: String]
    private let builtIn: Set<String>

    init(folder: String) throws(SystemError) {
        var found: [String: String] = [:]
        var waiting = [folder + "/kernel"]
        // The tree is a package's: its depth is bounded by the file system, and links are not followed.
        while let next = waiting.popLast() {
            for name in try Folders.names(in: next) {
                let path = "\(next)/\(name)"
                if let module = Self.moduleName(name) {
                    found[module] = path
                } else if let status = try Files.status(path, followingLinks: false), status.st_mode & S_IFMT == S_IFDIR {
                    waiting.append(path)
                }
            }
        }
        files = found
        let list = (try? Files.readText(folder + "/modules.builtin")) ?? ""
        builtIn = Set(
            list.split(separator: "\n").compactMap { $0.split(separator: "/").last.flatMap { Self.moduleName(String($0)) } })
    }

    /// The files of `names` and of all that they depend on, dependencies first. Throws the name of the first that is not there.
    func order(_ names: [String] = needed) throws(MissingModule) -> [(name: String, path: String)] {
        var result: [(name: String, path: String)] = []
        var done: Set<String> = []
        // Depth first with a stack of its own: `true` where the dependencies were pushed already.
        var stack: [(String, Bool)] = names.reversed().map { ($0, false) }
        while let (name, ready) = stack.popLast() {
            guard !done.contains(name), !builtIn.contains(name) else { continue }
            guard let path = files[name] else { throw MissingModule(name: name) }
            if ready {
                done.insert(name)
                result.append((name, path))
            } else {
                guard let content = try? Self.content(path) else { throw MissingModule(name: name) }
                stack.append((name, true))
                for dependency in Self.dependencies(content).reversed() where !stack.contains(where: { $0.0 == dependency && $0.1 })
                {
                    stack.append((dependency, false))
                }
            }
        }
        return result
    }

    struct MissingModule: Error, Hashable {
        var name: String
    }

    /// The module file's bytes, unpacked where the package packs them (`.ko.xz`), without its signature.
    ///
    /// Checking a signature costs 15 ms a module under TCG and says nothing here: the files come from the host that starts the machine.
    static func content(_ path: String) throws(SystemError) -> [UInt8] {
        let packed: [(String, KernelImage.Compression)] = [(".xz", .xz), (".zst", .zstd), (".gz", .gzip)]
        guard let compression = packed.first(where: { path.hasSuffix($0.0) })?.1 else {
            return withoutSignature(try Files.read(path))
        }
        let folder = try Folders.makeTemporary()
        defer { try? Folders.removeTree(folder) }
        try KernelImage.decompress(path, into: folder + "/module", compression)
        return withoutSignature(try Files.read(folder + "/module"))
    }

    /// Cuts off what scripts/sign-file appends: the signature, 12 bytes that end with its length (big endian), and a marker.
    static func withoutSignature(_ module: [UInt8]) -> [UInt8] {
        let marker = Array("~Module signature appended~\n".utf8)
        guard module.count > marker.count + 12, module.suffix(marker.count).elementsEqual(marker) else { return module }
        let end = module.count - marker.count
        let length = module[(end - 4)..<end].reduce(0) { $0 << 8 | Int($1) }
        guard length <= end - 12 else { return module }
        return Array(module.prefix(end - 12 - length))
    }

    /// The value of `depends=` in .modinfo.
    static func dependencies(_ module: [UInt8]) -> [String] {
        let key = Array("\0depends=".utf8)
        var index = 0
        while index + key.count <= module.count {
            guard let zero = module[index...].firstIndex(of: 0), zero + key.count <= module.count else { return [] }
            if module[zero..<zero + key.count].elementsEqual(key) {
                let value = module[(zero + key.count)...].prefix { $0 != 0 }
                return String(decoding: value, as: UTF8.self).split(separator: ",").map { underscored($0) }
            }
            index = zero + 1
        }
        return []
    }

    private static func moduleName(_ file: String) -> String? {
        guard let range = file.firstRange(of: ".ko"), ["", ".xz", ".zst", ".gz"].contains(file[range.upperBound...]) else {
            return nil
        }
        return underscored(file[..<range.lowerBound])
    }
}

/// The kernel takes `-` and `_` in a module's name for the same.
private func underscored(_ name: Substring) -> String {
    String(name.map { $0 == "-" ? "_" : $0 })
}
