import CmdletSupport
import LinuxSystem
import Values

/// The version of IP that -IPv4 or -IPv6 asks for.
enum IPFamily: Sendable { case v4, v6 }

/// The result of one ICMP echo request, sent with ping(8).
struct Echo {
    private static let program = ExternalTool(path: "/usr/bin/ping", package: "iputils-ping")

    /// The address that answered.
    var address: String?
    /// The round-trip time in milliseconds; nil if nobody answered.
    var latency: Double?
    /// The name of the result in System.Net.NetworkInformation.IPStatus.
    var status = "TimedOut"
    /// Whether ping could not send at all: the name is unknown, or the request was not possible.
    var isUnknown = false
    /// What ping reported then.
    var reason = ""

    /// Sends one request.
    /// - Parameters:
    ///   - arguments: ping's options and the target.
    ///   - timeout: the seconds that ping waits for the answer; it is stopped 10 seconds later.
    /// - Throws: `ValueError` ProgramMissing if ping is not installed or cannot be run.
    static func send(_ arguments: [String], timeout: Double) throws -> Echo {
        let result = try program.run(arguments, environment: ["LC_ALL=C", "PATH=/usr/bin:/bin"], timeout: timeout + 10)
        return parse(result.outputText, result.errorText, exitCode: result.exitCode)
    }

    /// Reads ping's output in English, such as `40 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.045 ms`.
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
