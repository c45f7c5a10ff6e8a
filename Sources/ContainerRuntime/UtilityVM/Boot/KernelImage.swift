import AgentProtocol
import ContainerModel
import Glibc
import LinuxSystem

/// A kernel as its package brings it: a bzImage, whose payload is the ELF file that QEMU can start directly.
///
/// Started from the bzImage, the guest unpacks the payload itself: 0.7 s more under TCG, on every boot.
enum KernelImage {
    /// Where the payload lies in the file, and what packed it.
    struct Payload: Hashable {
        var offset: Int
        var size: Int
        var compression: Compression
    }

    enum Compression: String, CaseIterable {
        case gzip, xz, zstd, lz4

        var magic: [UInt8] {
            switch self {
            case .gzip: [0x1f, 0x8b]
            case .xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]
            case .zstd: [0x28, 0xb5, 0x2f, 0xfd]
            // The legacy frame, which the kernel's own build uses.
            case .lz4: [0x02, 0x21, 0x4c, 0x18]
            }
        }
    }

    /// Reads the header of the x86 boot protocol (Documentation/arch/x86/boot.rst: setup_sects, payload_offset, payload_length).
    static func payload(of image: [UInt8]) throws(ContainerError) -> Payload {
        func fail(_ what: String) -> ContainerError {
            ContainerError(.utilityVMKernel, "The kernel image cannot be used: \(what).")
        }
        guard image.count > 0x250, image.littleEndian(UInt32.self, at: 0x202) == 0x5372_6448,
            let offset = image.littleEndian(UInt32.self, at: 0x248), let size = image.littleEndian(UInt32.self, at: 0x24c)
        else { throw fail("it is no x86 bzImage") }
        let sectors = image[0x1f1] == 0 ? 4 : Int(image[0x1f1])
        let start = (sectors + 1) * 512 + Int(offset)
        guard size > 16, start <= image.count, Int(size) <= image.count - start else {
            throw fail("its payload lies outside the file")
        }
        let head = image[start...].prefix(6)
        guard let compression = Compression.allCases.first(where: { head.starts(with: $0.magic) }) else {
            throw fail("its payload is packed in an unknown way")
        }
        // All but gzip are followed by the unpacked size, which their tools take for damage.
        return Payload(offset: start, size: Int(size) - (compression == .gzip ? 0 : 4), compression: compression)
    }

    /// Unpacks the image at `path` into the ELF file `target`.
    static func unpack(_ path: String, into target: String) throws(ContainerError) {
        do throws(SystemError) {
            let image = try Files.read(path, limit: 256 << 20)
            let payload = try payloadOrSystemError(image, path)
            let packed = target + ".packed"
            try Files.write(Array(image[payload.offset..<payload.offset + payload.size]), to: packed)
            defer { unlink(packed) }
            try decompress(packed, into: target, payload.compression)
            guard try Files.read(target, limit: 1 << 30).starts(with: [0x7f, 0x45, 0x4c, 0x46]) else {
                throw SystemError(ENOEXEC, "unpack the kernel", path)
            }
        } catch {
            throw ContainerError(
                .utilityVMKernel, "The kernel '\(path)' cannot be unpacked.",
                remedy:
                    "Install the tools lz4, xz-utils, zstd and gzip, or remove the kernel from the state root's folder 'vm/kernels'.",
                cause: error.description)
        }
    }

    private static func payloadOrSystemError(_ image: [UInt8], _ path: String) throws(SystemError) -> Payload {
        do {
            return try payload(of: image)
        } catch {
            throw SystemError(ENOEXEC, error.message, path)
        }
    }

    /// Runs the compression's own tool.
    static func decompress(_ source: String, into target: String, _ compression: Compression) throws(SystemError) {
        guard let tool = findTool(compression.rawValue) else { throw SystemError(ENOENT, "find the program", compression.rawValue) }
        let input = try Descriptor.open(source, O_RDONLY)
        let output = try Descriptor.open(target, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644)
        var options = SpawnOptions(arguments: [tool, "-d", "-c"])
        options.setStandard(input: input.raw, output: output.raw)
        let code = try spawn(tool, options).wait()
        guard code == 0 else { throw SystemError(EIO, "unpack with \(tool) (exit code \(code))", source) }
    }
}
