import CmdletSupport
import LinuxSystem
import Values

/// Resolves host names with getent(1): a static program cannot load the C library's name service modules itself.
enum HostName {
    private static let program = ExternalTool(path: "/usr/bin/getent", package: "libc-bin")

    /// The addresses of a name, or the address itself if it is one; empty if the name is unknown.
    /// - Throws: `ValueError` ProgramMissing if getent cannot be run.
    static func addresses(_ name: String, _ family: IPFamily?) throws -> [String] {
        if let given = IPAddressValue(name) {
            let fits = family == nil || (family == .v4) == (given.bytes.count == 4)
            return fits ? [given.text] : []
        }
        let database =
            switch family {
            case .v4: "ahostsv4"
            case .v6: "ahostsv6"
            case nil: "ahosts"
            }
        let result = try program.run([database, "--", name], timeout: 30)
        guard result.exitCode == 0 else { return [] }
        return result.outputText.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    }
}
