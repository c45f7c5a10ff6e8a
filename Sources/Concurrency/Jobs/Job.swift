import CmdletKit
import Interpreter
import Values

/// System.Management.Automation.Job: work that goes on beside the code that started it (about_Jobs).
public final class Job: Object, EventSource {
    /// What kinds of jobs differ in.
    public struct Kind: Sendable {
        /// `BackgroundJob`, as the table of jobs shows it.
        public let name: String
        public let location: String
        let type: ObjectType
        let childType: ObjectType
        /// What was received stays in the streams of the job as well.
        let keepsStreams: Bool
        /// Why it failed is told as the error that it was.
        public var reportsOwnError: Bool { name != Self.thread.name && name != Self.task.name }

        public static let background = Kind(
            name: "BackgroundJob", location: "localhost", type: JobTypes.remoting, childType: JobTypes.remotingChild,
            keepsStreams: true)
        public static let thread = Kind(
            name: "ThreadJob", location: "PowerShell", type: JobTypes.thread, childType: JobTypes.thread, keepsStreams: false)
        public static let task = Kind(
            name: "PSTaskJob", location: "PowerShell", type: JobTypes.task, childType: JobTypes.taskChild, keepsStreams: true)
        public static let remote = Kind(
            name: "RemoteJob", location: "localhost", type: JobTypes.remoting, childType: JobTypes.remotingChild,
            keepsStreams: true)
        public static let event = Kind(
            name: "", location: "", type: JobTypes.event, childType: JobTypes.event, keepsStreams: true)
    }

    public let kind: Kind
    public let id: Int
    public var name: String
    public let instanceID = GuidType.random
    public let command: String
    public var location: String
    public private(set) var state = JobState.notStarted
    /// Why it failed.
    public private(set) var reason: ErrorRecord?
    public private(set) var begin: DateTime?
    public private(set) var end: DateTime?
    public let children: [Job]
    public private(set) weak var parent: Job?
    public let streams = StreamSet()
    /// What has not been received yet, in the order in which it came.
    public private(set) var results: [(kind: StreamKind, value: Value)] = []
    /// How many runspaces a job of ForEach-Object -Parallel made.
    public var allocatedRunspaces = 0
    /// What its code would be as a program's: that of an `exit`, else whether its last command succeeded.
    public var exitCode: Int32?
    private var reasonIsTaken = false
    private let isChild: Bool
    private let engine: EngineLink
    private let stopWork: (Job) -> Void
    public let events = EventHub(["StateChanged"])
    private var observers: [(id: Int, body: (JobState) -> Void)] = []
    private var lastObserver = 0

    /// - Parameters:
    ///   - id: one that was reserved; nil: the next.
    ///   - stop: ends the work of a job without children; it sets the state when that is done.
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

    /// Sets the state, once it is not final yet.
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

    /// The state of a job is made of those of its children.
    private func follow() {
        let states = children.map(\.state)
        if states.allSatisfy(\.isFinished) {
            let failed = children.first { $0.state == .failed }
            setState(
                failed != nil ? .failed : states.contains(.stopped) ? .stopped : .completed,
                // A job says why it failed through its child.
                reason: kind.name == Kind.thread.name ? failed?.reason : nil)
        } else if states.contains(where: { $0 != .notStarted }), state == .notStarted {
            setState(.running)
        }
    }

    /// Calls a closure behind each change of state, with the state before.
    /// - Returns: what `stopObserving` takes.
    @discardableResult
    public func observe(_ body: @escaping (JobState) -> Void) -> Int {
        lastObserver += 1
        observers.append((lastObserver, body))
        return lastObserver
    }

    public func stopObserving(_ id: Int) { observers.removeAll { $0.id == id } }

    /// Asks it to end.
    public func stop() {
        guard !state.isFinished else { return }
        if children.isEmpty { stopWork(self) } else { for child in children { child.stop() } }
    }

    // MARK: Data

    public var hasMoreData: Bool {
        if !children.isEmpty { return children.contains(where: \.hasMoreData) }
        return !results.isEmpty || kind.keepsStreams && kind.name == Kind.background.name && !state.isFinished
    }

    /// Takes what the work wrote.
    public func add(_ kind: StreamKind, _ value: Value) {
        streams[kind].elements.append(value)
        results.append((kind, value))
        engine.engine?.announce()
    }

    /// What has come since it was asked last.
    /// - Parameter keep: the same comes again the next time.
    public func receive(keep: Bool) -> [(kind: StreamKind, value: Value)] {
        guard !keep else { return results }
        defer { results = [] }
        if !kind.keepsStreams { streams.clear() }
        return results
    }

    /// Why it failed, unless that was asked already.
    public func takeReason(keep: Bool) -> ErrorRecord? {
        guard !reasonIsTaken else { return nil }
        reasonIsTaken = !keep
        return children.isEmpty ? reason : nil
    }

    public override var type: ObjectType { isChild ? kind.childType : kind.type }
}
