import CmdletKit
import CmdletSupport
import LinuxSystem
import Values

/// Test-Connection: ICMP echo requests with ping(8), or TCP connections.
struct TestConnection: Cmdlet {
    private var targets: [String] = []
    private var ping: Switch = false
    private var count = 4
    private var `repeat`: Switch = false
    private var delay = 1
    private var timeout = 5
    private var quiet: Switch = false
    private var ipv4: Switch = false
    private var ipv6: Switch = false
    private var bufferSize = 32
    private var maxHops = 128
    private var dontFragment: Switch = false
    private var resolveDestination: Switch = false
    private var port = 0
    private var detailed: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Test-Connection", synopsis: "Finds out whether a machine answers.",
        description: """
            Sends ICMP echo requests with ping (package iputils-ping), or connects to a port with -TcpPort. Takes \
            names and addresses from the pipeline and writes a status for each answer, or True and False with \
            -Quiet. Echo requests need root, or a ping that may send them for every user. A name that cannot be \
            resolved is an error, or False with -Quiet.
            """,
        defaultSet: "DefaultPing",
        parameters: [
            Parameter(
                \.targets, named: "TargetName", aliases: ["ComputerName"], position: 0, mandatory: true,
                pipeline: [.byValue, .byPropertyName],
                validate: [.notNullOrEmpty], help: "Names or addresses of machines."),
            Parameter(\.ping, sets: ["DefaultPing", "RepeatPing"], help: "Sends echo requests: what is done by default."),
            Parameter(
                \.count, sets: ["DefaultPing", "TcpPort"], validate: [.range(min: 1, max: 2_147_483_647)], default: "4",
                help: "How many requests are sent to each machine; 4 by default, and 1 connection with -TcpPort."),
            Parameter(\.repeat, aliases: ["Continuous"], sets: ["RepeatPing"], help: "Sends requests until Ctrl-C."),
            Parameter(
                \.delay, validate: [.range(min: 1, max: 2_147_483_647)], default: "1",
                help: "Seconds between two requests; 1 by default."),
            Parameter(
                \.timeout, named: "TimeoutSeconds", validate: [.range(min: 1, max: 86_400)], default: "5",
                help: "Seconds to wait for an answer; 5 by default."),
            Parameter(\.quiet, help: "Writes True or False for each machine instead of a status for each answer."),
            Parameter(\.ipv4, named: "IPv4", help: "Uses IPv4 only."), Parameter(\.ipv6, named: "IPv6", help: "Uses IPv6 only."),
            Parameter(
                \.bufferSize, aliases: ["Size", "Bytes", "BS"], sets: ["DefaultPing", "RepeatPing"],
                validate: [.range(min: 0, max: 65_500)], default: "32", help: "Bytes in a request, 0 to 65500; 32 by default."),
            Parameter(
                \.maxHops, aliases: ["Ttl", "TimeToLive", "Hops"], sets: ["DefaultPing", "RepeatPing"],
                validate: [.range(min: 1, max: 255)], default: "128",
                help: "How many routers a request may pass, 1 to 255; 128 by default."),
            Parameter(
                \.dontFragment, sets: ["DefaultPing", "RepeatPing"],
                help: "Requests are not cut into several packets."),
            Parameter(\.resolveDestination, help: "Shows the names of addresses."),
            Parameter(
                \.port, named: "TcpPort", mandatory: true, sets: ["TcpPort"], validate: [.range(min: 1, max: 65_535)],
                help: "Connects to this port, 1 to 65535, in place of an echo request."),
            Parameter(\.detailed, sets: ["TcpPort"], help: "With -TcpPort: writes a status in place of True or False."),
        ],
        outputs: [
            "Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus",
            "Microsoft.PowerShell.Commands.TestConnectionCommand+TcpPortStatus", "System.Boolean",
        ],
        examples: [
            Example("Test-Connection 127.0.0.1 -TcpPort 1", "Whether something listens on a port.", output: "False"),
            Example(
                "(Test-Connection 127.0.0.1 -TcpPort 1 -Detailed).Connected",
                "What became of a connection.", output: "False"),
            Example(
                "Test-Connection localhost -Count 1 -Quiet",
                "Whether this machine answers; needs the right to ping.", output: "True", runs: .never),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        for target in targets {
            if runtime.parameterSet == "TcpPort" { try connect(target, runtime) } else { try send(target, runtime) }
        }
    }

    private var family: IPFamily? { ipv4.isOn ? .v4 : ipv6.isOn ? .v6 : nil }

    // MARK: Echoes

    private func send(_ target: String, _ runtime: any CmdletRuntime) throws {
        var answered = true
        var number = 0
        while `repeat`.isOn || number < count {
            if number > 0 { try runtime.pause(seconds: Double(delay)) }
            number += 1
            let echo = try runtime.blocking { try Echo.send(arguments + ["--", target], timeout: Double(timeout)) }
            guard !echo.isUnknown else {
                if quiet.isOn {
                    try runtime.write(.bool(false))
                } else {
                    try runtime.writeError(Self.failure(target, echo.reason))
                }
                return
            }
            answered = answered && echo.latency != nil
            if !quiet.isOn, try runtime.write(status(echo, number, target)) == .enough { return }
        }
        if quiet.isOn { try runtime.write(.bool(answered)) }
    }

    private var arguments: [String] {
        var arguments = ["-c", "1", "-W", String(timeout), "-s", String(bufferSize), "-t", String(maxHops)]
        if !resolveDestination.isOn { arguments.append("-n") }
        if dontFragment.isOn { arguments += ["-M", "do"] }
        switch family {
        case .v4: arguments.append("-4")
        case .v6: arguments.append("-6")
        case nil: break
        }
        return arguments
    }

    private func status(_ echo: Echo, _ number: Int, _ target: String) -> Value {
        let address = echo.address ?? ""
        return .object(
            CustomObject(
                [
                    ("Ping", Value.integer(number)), ("Source", .string(HostFacts.hostName)), ("Destination", .string(target)),
                    ("Address", IPAddressValue(address)?.boxed ?? .null),
                    ("DisplayAddress", .string(address.isEmpty ? "*" : address)),
                    ("Latency", .long(Int64((echo.latency ?? 0).rounded()))), ("Status", .string(echo.status)),
                    ("BufferSize", Value.integer(echo.latency == nil ? 0 : bufferSize)),
                ], type: PingStatus.type))
    }

    // MARK: Connections

    private func connect(_ target: String, _ runtime: any CmdletRuntime) throws {
        guard let address = try runtime.blocking({ try HostName.addresses(target, family).first }) else {
            if quiet.isOn || !detailed.isOn { try runtime.write(.bool(false)) }
            if !quiet.isOn { try runtime.writeError(Self.failure(target, "Cannot resolve the target name.")) }
            return
        }
        for number in 1...(runtime.isBound(\Self.count) ? count : 1) {
            if number > 1 { try runtime.pause(seconds: Double(delay)) }
            let start = monotonicSeconds()
            let status = try runtime.blocking {
                try TCPConnection.probe(address, port: UInt16(clamping: port), timeout: Double(timeout))
            }
            let latency = (monotonicSeconds() - start) * 1000
            guard detailed.isOn, !quiet.isOn else {
                if try runtime.write(.bool(status == "Success")) == .enough { return }
                continue
            }
            let entry = CustomObject(
                [
                    ("Id", Value.integer(number)), ("Source", .string(HostFacts.hostName)), ("Target", .string(target)),
                    ("TargetAddress", IPAddressValue(address)?.boxed ?? .null), ("Port", Value.integer(port)),
                    ("Latency", .long(Int64(latency.rounded()))), ("Connected", .bool(status == "Success")),
                    ("Status", .string(status)),
                ], type: TCPPortStatus.type)
            if try runtime.write(.object(entry)) == .enough { return }
        }
    }

    private static func failure(_ target: String, _ reason: String) -> ErrorRecord {
        ErrorRecord(
            "Testing connection to computer '\(target)' failed: \(reason)", id: "TestConnectionException",
            category: "ResourceUnavailable", exception: "System.Net.NetworkInformation.PingException", target: .string(target))
    }
}
