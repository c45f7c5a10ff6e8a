import ContainerModel
import Glibc
import LinuxSystem

/// A kernel that utility VMs can run: its image and its modules' folder.
struct GuestKernel: Hashable {
    var release: String
    /// A bzImage.
    var image: String
    /// A folder like /lib/modules/RELEASE.
    var modules: String

    /// The host's own where it fits, else one that was unpacked below the state root before, else Debian's, which is fetched now and
    /// unpacked there. Never installed: an installed kernel package changes what the host boots.
    static func find(stateRoot: String) throws(ContainerError) -> GuestKernel {
        let folder = stateRoot + "/vm/kernels"
        if let kernel = installed().first(where: \.isUsable) { return kernel }
        if let kernel = unpacked(folder).first(where: \.isUsable) { return kernel }
        try fetch(into: folder)
        if let kernel = unpacked(folder).first(where: \.isUsable) { return kernel }
        throw ContainerError(
            .utilityVMKernel, "No kernel for utility VMs was found on this machine.",
            remedy: "Unpack a Debian kernel package with 'dpkg-deb -x linux-image-….deb \(folder)/NAME'.",
            cause: "Looked in /boot and in \(folder) for one that has the modules \(KernelModules.needed.joined(separator: ", ")).")
    }

    private var isUsable: Bool {
        guard access(image, R_OK) == 0, let modules = try? KernelModules(folder: modules) else { return false }
        return (try? modules.order()) != nil
    }

    /// The host's kernels, the running one first.
    private static func installed() -> [GuestKernel] {
        let running = HostFacts.kernelRelease
        let others = ((try? Folders.names(in: "/boot")) ?? []).filter { $0.hasPrefix("vmlinuz-") }.map { String($0.dropFirst(8)) }
        return ([running] + others.sorted(by: >).filter { $0 != running }).map {
            GuestKernel(release: $0, image: "/boot/vmlinuz-\($0)", modules: "/lib/modules/\($0)")
        }
    }

    private static func unpacked(_ folder: String) -> [GuestKernel] {
        ((try? Folders.names(in: folder)) ?? []).filter { !$0.hasPrefix(".") }.sorted(by: >).flatMap { name in
            ((try? Folders.names(in: "\(folder)/\(name)/boot")) ?? []).filter { $0.hasPrefix("vmlinuz-") }.map { image in
                let release = String(image.dropFirst(8))
                let root = "\(folder)/\(name)"
                let modules = ["\(root)/lib/modules/\(release)", "\(root)/usr/lib/modules/\(release)"]
                return GuestKernel(
                    release: release, image: "\(root)/boot/\(image)", modules: modules.first(where: Files.isDirectory) ?? modules[0]
                )
            }
        }
    }

    /// Debian's kernel for virtual machines: small, and with every module that is needed.
    private static let metaPackage = "linux-image-cloud-amd64"

    private static func fetch(into folder: String) throws(ContainerError) {
        func fail(_ cause: String) -> ContainerError {
            ContainerError(
                .utilityVMKernel, "The kernel for utility VMs could not be fetched.",
                remedy: "See that 'apt-get update' works, or unpack a Debian kernel package with "
                    + "'dpkg-deb -x linux-image-….deb \(folder)/NAME'.", cause: cause)
        }
        guard let get = findTool("apt-get"), let cache = findTool("apt-cache"), let unpack = findTool("dpkg-deb") else {
            throw fail("apt-get, apt-cache and dpkg-deb are not all there.")
        }
        do throws(SystemError) {
            var name = try packageName(cache)
            if name == nil {
                _ = try runTool(get, ["-q", "update"], timeout: 300)
                name = try packageName(cache)
            }
            guard let name else { throw SystemError(ENOENT, "find the package", metaPackage) }
            try Folders.make(folder, mode: 0o711)
            let work = try Folders.makeTemporary(in: folder, prefix: ".fetch-")
            defer { try? Folders.removeTree(work) }
            let fetched = try runTool(
                get, ["-q", "-o", "APT::Sandbox::User=root", "download", name], workingDirectory: work, timeout: 600)
            guard fetched.exitCode == 0, let file = try Folders.names(in: work).first(where: { $0.hasSuffix(".deb") }) else {
                throw SystemError(EIO, "download (\(fetched.errorText.suffix(400)))", name)
            }
            let done = try runTool(unpack, ["-x", file, "tree"], workingDirectory: work, timeout: 300)
            guard done.exitCode == 0 else { throw SystemError(EIO, "unpack (\(done.errorText.suffix(400)))", file) }
            // A folder that is there whole or not at all.
            try Files.rename(work + "/tree", "\(folder)/\(name)")
        } catch {
            throw fail(error.description)
        }
    }

    /// The package that the meta package stands for now.
    private static func packageName(_ cache: String) throws(SystemError) -> String? {
        let result = try runTool(cache, ["depends", metaPackage])
        return result.outputText.split(separator: "\n").compactMap { line -> String? in
            let words = line.split(separator: " ")
            guard words.count == 2, words[0] == "Depends:", words[1].hasPrefix("linux-image-") else { return nil }
            return String(words[1])
        }.first
    }
}
