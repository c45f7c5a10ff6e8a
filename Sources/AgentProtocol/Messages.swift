import FoundationEssentials

/// The first frame of each side: which version is spoken, and the nonce that binds this channel to the machine that was started for it.
package struct Hello: Codable, Sendable, Hashable {
    /// The versions that the host speaks; the one that was chosen in the agent's answer.
    package var versions: [Int]
    /// The host's random text, given back unchanged.
    package var nonce: String
    /// The agent's kernel (`uname -r`); empty from the host.
    package var kernel: String

    package init(versions: [Int] = [Hello.version], nonce: String, kernel: String = "") {
        self.versions = versions
        self.nonce = nonce
        self.kernel = kernel
    }

    /// The version that this code speaks.
    package static let version = 1
}

/// What the host asks of the agent. Which are allowed when: `AgentPhase`.
package enum Request: Codable, Sendable, Hashable {
    case configure(MachineConfiguration)
    case start(BundleStart)
    case exec(ProcessStart)
    case signal(process: UInt32, number: Int32)
    case resize(process: UInt32, columns: UInt16, rows: UInt16)
    /// SIGTERM to the container's init, SIGKILL after `grace` seconds. Answered at once; the end is an event.
    case stop(grace: Double)
    case sync
    /// Streams the writable layer as a tar archive: a process whose standard output is the archive.
    case export(process: UInt32)
    /// Unmounts and switches the machine off.
    case shutdown
}

/// What the machine has to know before anything of the container runs. It comes over the channel and not on the kernel's command line, so
/// that a machine that was copied from a template can still be told.
package struct MachineConfiguration: Codable, Sendable, Hashable {
    package var hostName: String
    /// Seconds since 1970.
    package var clock: Double
    /// Random bytes of the host's for the guest's generator, at most 512.
    package var entropy: [UInt8]
    package var interfaces: [Interface]

    /// A network interface, found by its hardware address.
    package struct Interface: Codable, Sendable, Hashable {
        package var hardwareAddress: String
        /// IPv4, `192.0.2.7`.
        package var address: String
        package var prefixLength: Int
        package var gateway: String?

        package init(hardwareAddress: String, address: String, prefixLength: Int, gateway: String? = nil) {
            self.hardwareAddress = hardwareAddress
            self.address = address
            self.prefixLength = prefixLength
            self.gateway = gateway
        }
    }

    package init(hostName: String, clock: Double, entropy: [UInt8], interfaces: [Interface] = []) {
        self.hostName = hostName
        self.clock = clock
        self.entropy = entropy
        self.interfaces = interfaces
    }
}

/// The container: its OCI config, whose root path the agent sets, and the disks' serial numbers, lowest layer last.
package struct BundleStart: Codable, Sendable, Hashable {
    package var config: String
    package var lowerDisks: [String]
    package var upperDisk: String
    /// True: config's process has a terminal, which is process 0's stream `terminal`.
    package var terminal: Bool

    package init(config: String, lowerDisks: [String], upperDisk: String, terminal: Bool = false) {
        self.config = config
        self.lowerDisks = lowerDisks
        self.upperDisk = upperDisk
        self.terminal = terminal
    }
}

/// A further process in the container.
package struct ProcessStart: Codable, Sendable, Hashable {
    /// Never used before on this channel, never 0, which is the container's init.
    package var process: UInt32
    /// OCI's `process` object.
    package var specification: String
    package var terminal: Bool
    package var columns: UInt16
    package var rows: UInt16
    package var control: Bool

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

/// The one answer to a request.
package enum Response: Codable, Sendable, Hashable {
    case done
    case failed(RuntimeFailure)
}

package enum Event: Codable, Sendable, Hashable {
    /// A process of this channel ended: 0 to 255, 128 + signal. Its streams may still hold bytes.
    case exited(process: UInt32, code: Int32)
}

/// JSON of control frames. Decoding bounds depth itself (FoundationEssentials stops at 512) and size by the frame's limit.
package enum Wire {
    package static func encode(_ value: some Encodable) throws(ProtocolError) -> [UInt8] {
        do {
            return Array(try JSONEncoder().encode(value))
        } catch {
            throw ProtocolError("a message cannot be written as JSON: \(error)")
        }
    }

    package static func decode<Message: Decodable>(_ type: Message.Type, from bytes: [UInt8]) throws(ProtocolError) -> Message {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            // The error's own text quotes the peer's bytes: left out.
            throw ProtocolError("a frame that is no \(type)")
        }
    }
}
