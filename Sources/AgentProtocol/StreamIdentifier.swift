/// The identity of a stream: a process, and one of its ends.
package struct StreamIdentifier: Sendable, Hashable {
    /// An end of a process.
    package enum End: UInt8, Sendable, CaseIterable {
        case standardInput = 0
        case standardOutput = 1
        case standardError = 2
        /// The pseudo-terminal; carries bytes both ways.
        case terminal = 3
        /// The socket that the process has as descriptor 3; carries bytes both ways.
        case control = 4
    }

    /// The process's number on the channel; 0 is the container's init.
    package var process: UInt32
    /// The end.
    package var end: End

    /// Makes an identity.
    package init(_ process: UInt32, _ end: End) {
        self.process = process
        self.end = end
    }

    /// The number in a frame's `id`: the process above the lowest byte, the end in it.
    package var raw: UInt64 { UInt64(process) << 8 | UInt64(end.rawValue) }

    /// The identity of a frame's `id`; nil if the number is none.
    package init?(raw: UInt64) {
        guard let process = UInt32(exactly: raw >> 8), let end = End(rawValue: UInt8(truncatingIfNeeded: raw)) else { return nil }
        self.init(process, end)
    }

    /// The ends that a process with or without a terminal and a control socket has.
    package static func all(process: UInt32, terminal: Bool, control: Bool) -> [StreamIdentifier] {
        var ends: [End] = terminal ? [.terminal] : [.standardInput, .standardOutput, .standardError]
        if control { ends.append(.control) }
        return ends.map { StreamIdentifier(process, $0) }
    }
}
