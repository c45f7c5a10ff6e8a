import CmdletSupport
import Values

/// A process as the shell sends it to an endpoint.
extension ProcessSnapshot {
    /// Eleven fields, in the order of `init(wireValue:)`.
    package var wireValue: Value {
        func number(_ value: Int64?) -> Value { value.map { .long($0) } ?? .null }
        return .array([
            .int(id), hostID.map { .int($0) } ?? .null, .string(name), userName.map { .string($0) } ?? .null,
            number(handles.map { Int64($0) }), number(nonpagedMemory), number(pagedMemory), .long(workingSet), .long(virtualMemory),
            cpu.map { .double($0) } ?? .null, .int(sessionID),
        ])
    }

    /// Decodes a process from the other side; nil where the value is none.
    package init?(wireValue: Value) {
        guard let fields = wireValue.enumerated, fields.count == 11, case .int(let id) = fields[0], let name = fields[2].text,
            case .long(let workingSet) = fields[7], case .long(let virtualMemory) = fields[8], case .int(let session) = fields[10]
        else { return nil }
        func number(_ place: Int) -> Int64? {
            if case .long(let number) = fields[place] { number } else { nil }
        }
        var hostID: Int32?
        if case .int(let number) = fields[1] { hostID = number }
        var cpu: Double?
        if case .double(let seconds) = fields[9] { cpu = seconds }
        self.init(
            id: id, hostID: hostID, name: name, userName: fields[3].text, handles: number(4).flatMap { Int(exactly: $0) },
            nonpagedMemory: number(5), pagedMemory: number(6), workingSet: workingSet, virtualMemory: virtualMemory, cpu: cpu,
            sessionID: session)
    }
}
