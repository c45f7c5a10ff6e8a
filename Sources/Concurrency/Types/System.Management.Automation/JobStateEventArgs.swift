import CmdletKit
import Values

/// System.Management.Automation.JobStateEventArgs: the arguments of a job's StateChanged event.
public final class JobStateChange: Object {
    private let now: JobStateInfo
    private let before: JobStateInfo

    /// Makes the arguments of a change.
    public init(now: JobStateInfo, before: JobStateInfo) {
        self.now = now
        self.before = before
        super.init()
    }

    public override var type: ObjectType { Self.objectType }

    private static func own(_ value: Value) -> JobStateChange? { value.asObject(JobStateChange.self) }

    static let objectType = ObjectType(
        "System.Management.Automation.JobStateEventArgs", base: EventArguments.type,
        members: [
            .property("JobStateInfo", "System.Management.Automation.JobStateInfo") { value in
                own(value).map { .object($0.now) } ?? .null
            },
            .property("PreviousJobStateInfo", "System.Management.Automation.JobStateInfo") { value in
                own(value).map { .object($0.before) } ?? .null
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.JobStateEventArgs") { JobStateChange.objectType }
}
