import CmdletSupport
import LinuxSystem
import Values

enum IPFamily: Sendable { case v4, v6 }

/// One echo request of ping and its answer.
struct Echo {
    private static let program = ExternalTool(path: "/usr/bin/ping", package: "iputils-ping")

    /// Who answered, by address.
    var address: String?
    /// Milliseconds; nil where nobody answered.
    var latency: Double?
    /// As System.Net.NetworkInformation.IPStatus names it.
    var status = "TimedOut"
    /// The target is not known, or cannot be asked.
    var isUnknown = false
    var reason = ""

    static func send(_ arguments: [String], timeout: Double) throws -> Echo {
        let result = try program.run(arguments, environment: ["LC_ALL=C", "PATH=/usr/bin:/bin"], timeout: timeout + 10)
        return parse(result.outputText, result.errorText, exitCode: result.exitCode)
    }

    /// Reads `40 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.045 ms` and its kin.
    static func parse(_ output: String, _ errors: String, exitCode: Int32) -> Echo {
        var echo = Echo()
        for line in output.split(separator: "\n") {
            if let from = line.firstRange(of: "bytes from ") {
                let rest = line[from.upperBound...]
                echo.address = address(rest.prefix { $0 != " " })
                if let named = rest.firstIndex(of: "("), let end = rest.firstIndex(of: ")"), named < end {
                    echo.address = address(rest[rest.index(after: named)..<end])
                }
                if let time = line.firstRange(of: "time=") {
                    echo.latency = Double(line[time.upperBound...].prefix { $0.isNumber || $0 == "." })
                }
                echo.status = "Success"
            } else if line.hasPrefix("From ") {
                echo.address = address(line.dropFirst(5).prefix { $0 != " " })
                if line.contains("Time to live exceeded") { echo.status = "TtlExpired" }
                if line.contains("Host Unreachable") { echo.status = "DestinationHostUnreachable" }
                if line.contains("Net Unreachable") { echo.status = "DestinationNetworkUnreachable" }
                if line.contains("Frag needed") { echo.status = "PacketTooBig" }
            }
        }
        if exitCode > 1 {
            echo.isUnknown = true
            let isName = errors.contains("not known") || errors.contains("resolution") || errors.contains("No address")
            echo.reason = isName ? "Cannot resolve the target name." : errors
        }
        return echo
    }

    private static func address(_ text: Substring) -> String { String(text.last == ":" ? text.dropLast() : text) }
}
