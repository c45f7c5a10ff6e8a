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

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.JobState") { JobState.type }
}
