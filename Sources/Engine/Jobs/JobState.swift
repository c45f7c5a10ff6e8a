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
