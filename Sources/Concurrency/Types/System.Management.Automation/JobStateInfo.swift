import CmdletKit
import Values

/// System.Management.Automation.JobStateInfo: a state, with the error of a failed job.
public final class JobStateInfo: Object {
    private let state: JobState
    private let reason: ErrorRecord?

    /// Makes the information.
    public init(_ state: JobState, reason: ErrorRecord? = nil) {
        self.state = state
        self.reason = reason
        super.init()
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { state.rawValue }

    private static func own(_ value: Value) -> JobStateInfo? { value.asObject(JobStateInfo.self) }

    static let objectType = ObjectType(
        "System.Management.Automation.JobStateInfo", base: .object,
        members: [
            .property("State", "System.Management.Automation.JobState") { own($0)?.state.value ?? .null },
            .property("Reason", "System.Exception") { value in own(value)?.reason.map { .object($0.exception) } ?? .null },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.JobStateInfo") { JobStateInfo.objectType }
}
