import AgentProtocol
import ContainerModel

/// A shared library whose functions all answer "not supported" (-ENOSYS).
///
/// It stands in for libsystemd, which Debian's crun is linked with for a control-group manager that the guest does not use. The library
/// brings five others; one of them, libgcrypt, tests itself whenever it is loaded, which makes each run of crun 0.15 s longer under TCG:
/// a third of an exec.
package struct StubLibrary {
    /// DT_SONAME.
    package var name: String
    /// The names of its functions.
    package var functions: [String]
    /// The symbol versions that users of the real library ask for. Each function is there in each version.
    package var versions: [String]

    /// A library of functions that all answer -ENOSYS.
    package init(name: String, functions: [String], versions: [String]) {
        self.name = name
        self.functions = functions
        self.versions = versions
    }

    /// What `program` needs of libsystemd: its functions' names begin with `sd_`, their versions with `LIBSYSTEMD_`, and both stand
    /// between zero bytes in its string table.
    package static func systemd(for program: [UInt8]) -> StubLibrary {
        var functions: Set<String> = []
        var versions: Set<String> = []
        for word in program.split(separator: 0) where word.count < 80 {
            let text = String(decoding: word, as: UTF8.self)
            guard word.allSatisfy({ $0 == 0x5f || (0x30...0x39).contains($0) || (0x41...0x5a).contains($0 & 0xdf) }) else {
                continue
            }
            if text.hasPrefix("sd_") { functions.insert(text) }
            if text.hasPrefix("LIBSYSTEMD_") { versions.insert(text) }
        }
        return StubLibrary(name: "libsystemd.so.0", functions: functions.sorted(), versions: versions.sorted())
    }

    /// An ELF file for x86-64: one segment with everything, a symbol and a hash table, versions, and one function.
    package var bytes: [UInt8] {
        var strings: [UInt8] = [0]
        func add(_ text: String) -> UInt32 {
            defer { strings += Array(text.utf8) + [0] }
            return UInt32(clamping: strings.count)
        }
        let nameOffset = add(name)
        let functionOffsets = functions.map(add)
        let versionOffsets = versions.map(add)
        let symbols = functions.count * versions.count
        let code: [UInt8] = [0xb8, 0xda, 0xff, 0xff, 0xff, 0xc3, 0, 0]  // mov eax, -ENOSYS; ret
        let codeAt = 64 + 2 * 56
        let symbolsAt = codeAt + code.count
        let hashAt = symbolsAt + 24 * (symbols + 1)
        let indicesAt = hashAt + 4 * (2 + 1 + symbols + 1)
        let versionsAt = Self.aligned(indicesAt + 2 * (symbols + 1))
        let dynamicAt = Self.aligned(versionsAt + 28 * (versions.count + 1))
        let entries: [(UInt64, Int)] = [
            (14, Int(nameOffset)), (4, hashAt), (5, dynamicAt + 16 * 10), (6, symbolsAt), (10, strings.count), (11, 24),
            (0x6fff_fff0, indicesAt), (0x6fff_fffc, versionsAt), (0x6fff_fffd, versions.count + 1), (0, 0),
        ]
        let size = dynamicAt + 16 * entries.count + strings.count

        var file = Self.header
        // PT_LOAD of the whole file, writable because the loader relocates the dynamic section; PT_DYNAMIC.
        for (type, flags, offset, length, alignment) in [
            (UInt32(1), UInt32(7), 0, size, UInt64(0x1000)), (2, 6, dynamicAt, 16 * entries.count, 8),
        ] {
            file.append(littleEndian: type)
            file.append(littleEndian: flags)
            for number in [offset, offset, offset, length, length] { file.append(littleEndian: UInt64(number)) }
            file.append(littleEndian: alignment)
        }
        file += code
        // Symbols: the empty one, then global functions of section 1 (any but "undefined"), all at the same place.
        file += Array(repeating: 0, count: 24)
        for offset in functionOffsets {
            for _ in versions {
                file.append(littleEndian: offset)
                file += [0x12, 0, 1, 0]
                for number in [UInt64(codeAt), 6] { file.append(littleEndian: number) }
            }
        }
        // A hash table of one bucket: a chain through all symbols.
        let count = UInt32(clamping: symbols)
        for number in [1, count + 1, min(count, 1), 0] { file.append(littleEndian: number) }
        for index in 0..<count { file.append(littleEndian: index + 2 > count ? UInt32(0) : index + 2) }
        // The version of each symbol, then the versions: the library's own name first.
        for number in [0] + functions.indices.flatMap({ _ in versions.indices.map { $0 + 2 } }) {
            file.append(littleEndian: UInt16(truncatingIfNeeded: number))
        }
        file += Array(repeating: 0, count: versionsAt - file.count)
        let definitions = [(name, nameOffset)] + Array(zip(versions, versionOffsets))
        for (index, definition) in definitions.enumerated() {
            for half in [1, index == 0 ? 1 : 0, UInt16(truncatingIfNeeded: index + 1), 1] { file.append(littleEndian: half) }
            let last = index == definitions.count - 1
            for word in [Self.hash(definition.0), 20, last ? 0 : 28, definition.1, 0] { file.append(littleEndian: word) }
        }
        file += Array(repeating: 0, count: dynamicAt - file.count)
        for (tag, value) in entries {
            file.append(littleEndian: tag)
            file.append(littleEndian: UInt64(value))
        }
        return file + strings
    }

    /// 64-bit, little endian, a shared object for x86-64 with two program headers and no sections.
    private static var header: [UInt8] {
        var file: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0] + Array(repeating: 0, count: 8)
        for half in [3, 62] as [UInt16] { file.append(littleEndian: half) }
        file.append(littleEndian: UInt32(1))
        for word in [0, 64, 0] as [UInt64] { file.append(littleEndian: word) }
        file.append(littleEndian: UInt32(0))
        for half in [64, 56, 2, 64, 0, 0] as [UInt16] { file.append(littleEndian: half) }
        return file
    }

    private static func aligned(_ offset: Int) -> Int { (offset + 7) / 8 * 8 }

    /// The System V ABI's hash of a name.
    private static func hash(_ name: String) -> UInt32 {
        name.utf8.reduce(UInt32(0)) { value, byte in
            let next = value << 4 &+ UInt32(byte)
            let high = next & 0xf000_0000
            return (next ^ high >> 24) & ~high
        }
    }
}
