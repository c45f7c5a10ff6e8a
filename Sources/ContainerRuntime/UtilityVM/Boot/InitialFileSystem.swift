import ContainerModel
import Glibc
import LinuxSystem

/// The content of the machine's initramfs: this program as init, agent and endpoint, the kernel modules, crun and tar with their
/// libraries.
struct InitialFileSystem {
    var executable: String
    /// Programs with shared libraries.
    var tools: [String]
    var kernel: GuestKernel

    /// Where the guest finds the endpoint's files, to bind them into the container.
    static let endpointFolder = "/endpoint"

    func write(to path: String) throws(SystemError) {
        var archive = try Archive(path: path)
        for folder in ["dev", "proc", "sys", "run", "tmp", "root"] { try archive.addFolder(folder) }
        try archive.addFile(["init", "endpoint/bulkhead", "endpoint/csrss"], try stripped())
        var order = ""
        for module in try modules() {
            order += module.name + ".ko\n"
            try archive.addFile(["modules/\(module.name).ko"], mode: 0o644, try KernelModules.content(module.path))
        }
        try archive.addFile(["modules/order"], mode: 0o644, Array(order.utf8))
        var added: Set<String> = []
        for tool in tools {
            try archive.addFile(["usr/bin/\(Files.split(tool).name)"], try Files.read(tool))
            var libraries = try libraries(of: tool)
            if let stub = try stub(for: tool, libraries) {
                try archive.addFile([String(stub.path.dropFirst())], stub.content)
                added.insert(stub.path)
                libraries = stub.others
            }
            for library in libraries where added.insert(library).inserted {
                try archive.addFile([String(library.dropFirst())], try Files.read(library))
            }
        }
        try archive.finish()
    }

    private func modules() throws(SystemError) -> [(name: String, path: String)] {
        let all = try KernelModules(folder: kernel.modules)
        do {
            return try all.order()
        } catch {
            throw SystemError(ENOENT, "find the kernel's module", error.name)
        }
    }

    /// The executable without its symbols, which are most of a debug build: what is in the initramfs costs the guest memory and time.
    private func stripped() throws(SystemError) -> [UInt8] {
        guard let strip = findTool("strip") else { return try Files.read(executable, limit: 1 << 30) }
        let folder = try Folders.makeTemporary()
        defer { try? Folders.removeTree(folder) }
        let result = try runTool(strip, ["-o", folder + "/stripped", executable], timeout: 120)
        guard result.exitCode == 0 else { return try Files.read(executable, limit: 1 << 30) }
        return try Files.read(folder + "/stripped", limit: 1 << 30)
    }

    /// A stand-in for libsystemd, where the program has it and runs with it; and the libraries that are needed then.
    private func stub(
        for tool: String, _ libraries: [String]
    ) throws(SystemError) -> (path: String, content: [UInt8], others: [String])? {
        guard let real = libraries.first(where: { Files.split($0).name == "libsystemd.so.0" }) else { return nil }
        let folder = try Folders.makeTemporary()
        defer { try? Folders.removeTree(folder) }
        let name = Files.split(real).name
        let library = StubLibrary.systemd(for: try Files.read(tool))
        try Files.write(library.bytes, to: "\(folder)/\(name)", mode: 0o755)
        let environment = ["LC_ALL=C", "PATH=/usr/bin:/bin", "LD_LIBRARY_PATH=\(folder)"]
        // Tried here, where the real ones are at hand, and not in the guest.
        guard try runTool(tool, ["--version"], environment: environment, timeout: 20).exitCode == 0 else { return nil }
        let needed = try self.libraries(of: tool, environment: environment).filter { !$0.hasPrefix(folder + "/") }
        return (real, library.bytes, needed)
    }

    /// The shared libraries and the loader, as ldd(1) names them.
    private func libraries(
        of program: String, environment: [String] = ["LC_ALL=C", "PATH=/usr/bin:/bin"]
    ) throws(SystemError) -> [String] {
        guard let ldd = findTool("ldd") else { throw SystemError(ENOENT, "find the program", "ldd") }
        let result = try runTool(ldd, [program], environment: environment)
        return result.outputText.split(separator: "\n").compactMap { line in
            line.split(separator: " ").first { $0.contains("/") && $0.first != "(" && $0.contains("/lib") }
                .flatMap { word in
                    line.firstRange(of: "=> ").map { String(line[$0.upperBound...].prefix { $0 != " " }) } ?? String(word)
                }
        }.map { String($0.drop { $0 == "\t" }) }.filter { $0.hasPrefix("/") }
    }
}
