import CmdletKit
import Interpreter
import Values

/// System.Management.Automation.Job: work that runs beside the code that started it (about_Jobs).
public final class Job: Object, EventSource {
    /// What differs between kinds of jobs.
    public struct Kind: Sendable {
        /// PSJobTypeName, such as `BackgroundJob`.
        public let name: String
        /// The default of the job's Location.
        public let location: String
        let type: ObjectType
        let childType: ObjectType
        /// Whether output stays in the job's streams after Receive-Job.
        let keepsStreams: Bool
        /// Whether Receive-Job reports a failure with the error's own id and category; otherwise as JobStateFailed.
        public var reportsOwnError: Bool { name != Self.thread.name && name != Self.task.name }

        /// A job in a process of its own: Start-Job, and `&` at the end of a pipeline.
        public static let background = Kind(
            name: "BackgroundJob", location: "localhost", type: JobTypes.remoting, childType: JobTypes.remotingChild,
            keepsStreams: true)
        /// A job of Start-ThreadJob.
        public static let thread = Kind(
            name: "ThreadJob", location: "PowerShell", type: JobTypes.thread, childType: JobTypes.thread, keepsStreams: false)
        /// A job of ForEach-Object -Parallel -AsJob.
        public static let task = Kind(
            name: "PSTaskJob", location: "PowerShell", type: JobTypes.task, childType: JobTypes.taskChild, keepsStreams: true)
        /// The kind of Invoke-Command -AsJob; no command makes such a job here.
        public static let remote = Kind(
            name: "RemoteJob", location: "localhost", type: JobTypes.remoting, childType: JobTypes.remotingChild,
            keepsStreams: true)
        /// The job of an event subscriber's action.
        public static let event = Kind(
            name: "", location: "", type: JobTypes.event, childType: JobTypes.event, keepsStreams: true)
    }

    /// The kind.
    public let kind: Kind
    /// Id: the number of the job in the session.
    public let id: Int
    /// Name; `Job1` where none was given.
    public var name: String
    /// InstanceId: a GUID.
    public let instanceID = GuidType.random
    /// Command: the text that the job runs.
    public let command: String
    /// Location: the computer or process that runs the job.
    public var location: String
    /// The state; child jobs decide the one of their parent.
    public private(set) var state = JobState.notStarted
    /// The error of a failed job; nil for others.
    public private(set) var reason: ErrorRecord?
    /// PSBeginTime: when the job first ran; nil before.
    public private(set) var begin: DateTime?
    /// PSEndTime: when the job finished; nil before.
    public private(set) var end: DateTime?
    /// ChildJobs.
    public let children: [Job]
    /// The job that this is a child of.
    public private(set) weak var parent: Job?
    /// The output of every stream.
    public let streams = StreamSet()
    /// The output of all streams that has not been received yet, in the order in which it was written.
    public private(set) var results: [(kind: StreamKind, value: Value)] = []
    /// AllocatedRunspaceCount: the number of runspaces that ForEach-Object -Parallel made.
    public var allocatedRunspaces = 0
    /// The exit code of a `pwsh { … }` block's process: that of `exit`, else 0 or 1 by the success of the last command; nil until
    /// it is known.
    public var exitCode: Int32?
    private var reasonIsTaken = false
    private let isChild: Bool
    private let engine: EngineLink
    private let stopWork: (Job) -> Void
    /// The events of the job: StateChanged.
    public let events = EventHub(["StateChanged"])
    private var observers: [(id: Int, body: (JobState) -> Void)] = []
    private var lastObserver = 0

    /// Makes a job that has not started.
    /// - Parameters:
    ///   - id: a reserved number; nil: the next one.
    ///   - name: nil or empty: `Job` and the number.
    ///   - stop: asks the work of a job without children to stop; the work sets the state once it has.
    public init(
        _ kind: Kind, id: Int? = nil, name: String? = nil, command: String, isChild: Bool = false, children: [Job] = [],
        in engine: Engine, stop: @escaping (Job) -> Void = { _ in }
    ) {
        self.kind = kind
        self.command = command
        self.children = children
        self.isChild = isChild
        self.engine = engine.link
        stopWork = stop
        location = kind.location
        let number = id ?? engine.family.nextJobNumber()
        self.id = number
        self.name = name.flatMap { $0.isEmpty ? nil : $0 } ?? "Job\(number)"
        super.init()
        for child in children {
            child.parent = self
            child.observe { [weak self] _ in self?.follow() }
        }
    }

    // MARK: State

    /// Sets the state, unless the job has already finished, and tells the observers.
    /// - Parameter reason: the error of a failed job.
    public func setState(_ new: JobState, reason: ErrorRecord? = nil) {
        guard !state.isFinished, new != state else { return }
        let before = state
        state = new
        if new == .running, begin == nil { begin = .now() }
        if new.isFinished {
            end = .now()
            self.reason = reason
            streams.complete()
        }
        for observer in observers { observer.body(before) }
        events.raise(
            "StateChanged", sender: .object(self),
            .object(JobStateChange(now: JobStateInfo(new, reason: reason), before: JobStateInfo(before))))
        engine.engine?.announce()
    }

    /// Sets the state of a parent job by those of its children.
    private func follow() {
        let states = children.map(\.state)
        if states.allSatisfy(\.isFinished) {
            let failed = children.first { $0.state == .failed }
            setState(
                failed != nil ? .failed : states.contains(.stopped) ? .stopped : .completed,
                // A parent reports a failure through its child, whose reason is the error; only thread jobs have it themselves.
                reason: kind.name == Kind.thread.name ? failed?.reason : nil)
        } else if states.contains(where: { $0 != .notStarted }), state == .notStarted {
            setState(.running)
        }
    }

    /// Calls a closure after each change of state, with the state before it.
    /// - Returns: a number for `stopObserving`.
    @discardableResult
    public func observe(_ body: @escaping (JobState) -> Void) -> Int {
        lastObserver += 1
        observers.append((lastObserver, body))
        return lastObserver
    }

    /// Ends the calls of `observe`.
    public func stopObserving(_ id: Int) { observers.removeAll { $0.id == id } }

    /// Asks the job, or each child of it, to stop. It may finish later.
    public func stop() {
        guard !state.isFinished else { return }
        if children.isEmpty { stopWork(self) } else { for child in children { child.stop() } }
    }

    // MARK: Data

    /// HasMoreData: whether Receive-Job has something to give, or may have.
    public var hasMoreData: Bool {
        if !children.isEmpty { return children.contains(where: \.hasMoreData) }
        return !results.isEmpty || kind.keepsStreams && kind.name == Kind.background.name && !state.isFinished
    }

    /// Adds a value to a stream of the job.
    public func add(_ kind: StreamKind, _ value: Value) {
        streams[kind].elements.append(value)
        results.append((kind, value))
        engine.engine?.announce()
    }

    /// Takes the output that has not been received yet (Receive-Job).
    /// - Parameter keep: whether the output can be received again.
    public func receive(keep: Bool) -> [(kind: StreamKind, value: Value)] {
        guard !keep else { return results }
        defer { results = [] }
        if !kind.keepsStreams { streams.clear() }
        return results
    }

    /// The error of a failed job without children; nil once it was taken.
    /// - Parameter keep: whether the error can be taken again.
    public func takeReason(keep: Bool) -> ErrorRecord? {
        guard !reasonIsTaken else { return nil }
        reasonIsTaken = !keep
        return children.isEmpty ? reason : nil
    }

    public override var type: ObjectType { isChild ? kind.childType : kind.type }
}
