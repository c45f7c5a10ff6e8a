import CmdletKit
import Values

/// System.Management.Automation.JobState.
public enum JobState: String, CaseIterable, Sendable {
    case notStarted = "NotStarted", running = "Running", completed = "Completed", failed = "Failed", stopped = "Stopped"
    case blocked = "Blocked", suspended = "Suspended", disconnected = "Disconnected", suspending = "Suspending"
    case stopping = "Stopping", atBreakpoint = "AtBreakpoint"

    /// Nothing more comes of the job.
    public var isFinished: Bool { self == .completed || self == .failed || self == .stopped }

    public static let type = ObjectType.enumeration(
        "System.Management.Automation.JobState", Enumeration(allCases.map(\.rawValue)))

    public var value: Value { .object(EnumObject(Self.type, rawValue: Int64(Self.allCases.firstIndex(of: self) ?? 0))) }
}

/// System.Management.Automation.JobStateInfo: a state and, where it is that of a failure, why.
public final class JobStateInfo: Object {
    private let state: JobState
    private let reason: ErrorRecord?

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

/// System.Management.Automation.JobStateEventArgs: a change of a job's state.
public final class JobStateChange: Object {
    private let now: JobStateInfo
    private let before: JobStateInfo

    public init(now: JobStateInfo, before: JobStateInfo) {
        self.now = now
        self.before = before
        super.init()
    }

    public override var type: ObjectType { Self.objectType }

    private static func own(_ value: Value) -> JobStateChange? { value.asObject(JobStateChange.self) }

    private static let objectType = ObjectType(
        "System.Management.Automation.JobStateEventArgs", base: ObjectType("System.EventArgs", base: .object),
        members: [
            .property("JobStateInfo", "System.Management.Automation.JobStateInfo") { value in
                own(value).map { .object($0.now) } ?? .null
            },
            .property("PreviousJobStateInfo", "System.Management.Automation.JobStateInfo") { value in
                own(value).map { .object($0.before) } ?? .null
            },
        ])
}
