/// A stream of a process: which process, and which of its ends.
package struct StreamIdentifier: Sendable, Hashable {
    package enum End: UInt8, Sendable, CaseIterable {
        case standardInput = 0
        case standardOutput = 1
        case standardError = 2
        /// The pseudo-terminal, both ways.
        case terminal = 3
        /// Descriptor 3, both ways.
        case control = 4
    }

    package var process: UInt32
    package var end: End

    package init(_ process: UInt32, _ end: End) {
        self.process = process
        self.end = end
    }

    package var raw: UInt64 { UInt64(process) << 8 | UInt64(end.rawValue) }

    package init?(raw: UInt64) {
        guard let process = UInt32(exactly: raw >> 8), let end = End(rawValue: UInt8(truncatingIfNeeded: raw)) else { return nil }
        self.init(process, end)
    }

    /// The ends that a process has.
    package static func all(process: UInt32, terminal: Bool, control: Bool) -> [StreamIdentifier] {
        var ends: [End] = terminal ? [.terminal] : [.standardInput, .standardOutput, .standardError]
        if control { ends.append(.control) }
        return ends.map { StreamIdentifier(process, $0) }
    }
}
