import Glibc
import LinuxSystem

/// iproute2's `ip`, several commands at a time: a start needs two runs of it, 2 ms each. A netlink client of our own would save them, at
/// the price of a protocol.
package struct IPTool: Sendable {
    /// A network namespace's path; nil is this process's own.
    let namespace: String?

    /// Runs the lines in order; the first that fails ends it.
    func batch(_ lines: [String], _ message: @autoclosure () -> String) throws(ContainerError) {
        let (path, arguments) = try command(["-batch", "-"])
        try Tools.run(path, arguments, input: Array((lines.joined(separator: "\n") + "\n").utf8), timeout: 20, message())
    }

    /// Runs one command and ignores how it ends.
    func attempt(_ arguments: [String]) {
        guard let (path, all) = try? command(arguments) else { return }
        _ = try? runTool(path, all, timeout: 20)
    }

    func output(_ arguments: [String], _ message: @autoclosure () -> String) throws(ContainerError) -> String {
        let (path, all) = try command(arguments)
        return try Tools.run(path, all, timeout: 20, message()).outputText
    }

    /// The networks that the machine reaches, without the default route.
    func routes() throws(ContainerError) -> [Subnet] {
        try output(["-4", "route", "show"], "The machine's routes cannot be listed.").split(separator: "\n").compactMap { line in
            line.split(separator: " ").first.flatMap { $0 == "default" ? nil : Subnet($0) }
        }
    }

    /// True where the interface is there.
    func exists(_ interface: String) -> Bool {
        // if_nametoindex asks the calling thread's own network namespace, and starts no process.
        if namespace == nil { return if_nametoindex(interface) != 0 }
        return (try? output(["link", "show", "dev", interface], "")) != nil
    }

    private func command(_ arguments: [String]) throws(ContainerError) -> (String, [String]) {
        let ip = try Tools.path("ip", package: "iproute2", purpose: "attach containers to virtual switches")
        guard let namespace else { return (ip, arguments) }
        let nsenter = try Tools.path("nsenter", package: "util-linux", purpose: "enter a network namespace")
        return (nsenter, ["--net=" + namespace, ip] + arguments)
    }
}
