import FoundationEssentials

/// The first message of each side: it agrees on a version and proves that the agent is the one of the machine just started.
package struct Hello: Codable, Sendable, Hashable {
    /// From the host, the versions that it speaks; from the agent, the one that it chose.
    package var versions: [Int]
    /// A random text from the host, which the agent returns unchanged.
    package var nonce: String
    /// From the agent, its kernel's release (`uname -r`); from the host, empty.
    package var kernel: String

    /// Makes a greeting; the parameters are the properties of the same names.
    package init(versions: [Int] = [Hello.version], nonce: String, kernel: String = "") {
        self.versions = versions
        self.nonce = nonce
        self.kernel = kernel
    }

    /// The version that this code speaks.
    package static let version = 1
}

/// What the host asks of the agent. `AgentLoop` says which requests are allowed in which phase.
package enum Request: Codable, Sendable, Hashable {
    /// Sets up the machine; the first request.
    case configure(MachineConfiguration)
    /// Starts the container; its init is process 0.
    case start(BundleStart)
    /// Starts a further process in the container.
    case exec(ProcessStart)
    /// Sends a signal (1 to 64) to a process; no error if it has ended.
    case signal(process: UInt32, number: Int32)
    /// Sets the size of a process's terminal.
    case resize(process: UInt32, columns: UInt16, rows: UInt16)
    /// Sends SIGTERM to the container's init, and SIGKILL after `grace` seconds. Answered at once; an event reports the end.
    case stop(grace: Double)
    /// Writes the file systems' data to the disks (sync(2)).
    case sync
    /// Starts a process whose standard output is the container's writable layer as a tar archive.
    case export(process: UInt32)
    /// Kills all processes and switches the machine off.
    case shutdown
}

/// What the machine must know before the container starts. It is sent over the channel rather than on the kernel's command line, so
/// that a machine restored from a template can be told too.
package struct MachineConfiguration: Codable, Sendable, Hashable {
    /// The host name, which the container gets as well.
    package var hostName: String
    /// The wall clock, in seconds since 1970-01-01T00:00:00Z.
    package var clock: Double
    /// Random bytes for the kernel's random number generator, at most 512.
    package var entropy: [UInt8]
    /// The network interfaces to configure.
    package var interfaces: [Interface]

    /// A network interface and its address.
    package struct Interface: Codable, Sendable, Hashable {
        /// The MAC address by which the interface is found (`52:54:00:12:34:56`).
        package var hardwareAddress: String
        /// The IPv4 address (`192.0.2.7`).
        package var address: String
        /// The length of the network's prefix in bits.
        package var prefixLength: Int
        /// The IPv4 address of the default gateway; nil for none.
        package var gateway: String?

        /// Makes an interface; the parameters are the properties of the same names.
        package init(hardwareAddress: String, address: String, prefixLength: Int, gateway: String? = nil) {
            self.hardwareAddress = hardwareAddress
            self.address = address
            self.prefixLength = prefixLength
            self.gateway = gateway
        }
    }

    /// Makes a configuration; the parameters are the properties of the same names.
    package init(hostName: String, clock: Double, entropy: [UInt8], interfaces: [Interface] = []) {
        self.hostName = hostName
        self.clock = clock
        self.entropy = entropy
        self.interfaces = interfaces
    }
}

/// The container to start.
package struct BundleStart: Codable, Sendable, Hashable {
    /// The OCI config (config.json of the OCI Runtime Specification) as text, with the agent's root path (/run/bundle/rootfs).
    package var config: String
    /// The serial numbers of the disks with the read-only layers, the topmost layer first.
    package var lowerDisks: [String]
    /// The serial number of the disk with the writable layer.
    package var upperDisk: String
    /// Whether the process of the config has a terminal, which is then the stream `terminal` of process 0.
    package var terminal: Bool

    /// Makes a request; the parameters are the properties of the same names.
    package init(config: String, lowerDisks: [String], upperDisk: String, terminal: Bool = false) {
        self.config = config
        self.lowerDisks = lowerDisks
        self.upperDisk = upperDisk
        self.terminal = terminal
    }
}

/// A further process to start in the container.
package struct ProcessStart: Codable, Sendable, Hashable {
    /// The process's number on this channel: greater than all before, and never 0, which is the container's init.
    package var process: UInt32
    /// The `process` object of the OCI Runtime Specification, as JSON text.
    package var specification: String
    /// Whether the process has a terminal, which is then its stream `terminal`.
    package var terminal: Bool
    /// The terminal's columns.
    package var columns: UInt16
    /// The terminal's rows.
    package var rows: UInt16
    /// Whether the process gets descriptor 3, a socket, as its stream `control`.
    package var control: Bool

    /// Makes a request; the parameters are the properties of the same names.
    package init(
        process: UInt32, specification: String, terminal: Bool = false, columns: UInt16 = 80, rows: UInt16 = 24,
        control: Bool = false
    ) {
        self.process = process
        self.specification = specification
        self.terminal = terminal
        self.columns = columns
        self.rows = rows
        self.control = control
    }
}

/// The answer to a request.
package enum Response: Codable, Sendable, Hashable {
    /// The request was carried out.
    case done
    /// The request failed; the text of the failure is for the user.
    case failed(RuntimeFailure)
}

/// A message that nobody asked for.
package enum Event: Codable, Sendable, Hashable {
    /// A process has ended, with an exit code of 0 to 255, or 128 plus the signal that killed it. Bytes of its streams may still
    /// follow.
    case exited(process: UInt32, code: Int32)
}

/// The JSON of control frames. Depth is bounded by FoundationEssentials' decoder (512 levels), size by the frame's limit.
package enum Wire {
    /// Encodes a message.
    /// - Throws: `ProtocolError` if the message has no JSON form (a number that is not finite).
    package static func encode(_ value: some Encodable) throws(ProtocolError) -> [UInt8] {
        do {
            return Array(try JSONEncoder().encode(value))
        } catch {
            throw ProtocolError("a message cannot be written as JSON: \(error)")
        }
    }

    /// Decodes a message.
    /// - Throws: `ProtocolError` if the bytes are no JSON of that type.
    package static func decode<Message: Decodable>(_ type: Message.Type, from bytes: [UInt8]) throws(ProtocolError) -> Message {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            // The decoder's own error quotes bytes of the peer, which must not reach a log or terminal.
            throw ProtocolError("a frame that is no \(type)")
        }
    }
}
