import CmdletKit
import Values

/// System.Management.Automation.JobState, in the order of its values.
public enum JobState: String, CaseIterable, Sendable {
    /// NotStarted: waits for its turn. Failed: an error ended it. Stopped: it was stopped.
    case notStarted = "NotStarted", running = "Running", completed = "Completed", failed = "Failed", stopped = "Stopped"
    /// States that are not reached here.
    case blocked = "Blocked", suspended = "Suspended", disconnected = "Disconnected", suspending = "Suspending"
    /// States that are not reached here.
    case stopping = "Stopping", atBreakpoint = "AtBreakpoint"

    /// Whether the state is final.
    public var isFinished: Bool { self == .completed || self == .failed || self == .stopped }

    /// The enumeration.
    public static let type = ObjectType.enumeration(
        "System.Management.Automation.JobState", Enumeration(allCases.map(\.rawValue)))

    /// The state as scripts see it.
    public var value: Value { .object(EnumObject(Self.type, rawValue: Int64(Self.allCases.firstIndex(of: self) ?? 0))) }
}

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
