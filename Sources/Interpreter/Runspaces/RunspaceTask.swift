import CmdletKit
import SourceText
import Values

/// The work of a task, with the sinks that it writes to.
package typealias RunspaceWork = (Engine, any OutputSink, Streams) throws -> Void

/// One run of code in a runspace, on a thread of its own.
public final class RunspaceTask {
    /// The state of a task.
    public enum State: Equatable { case notStarted, running, completed, failed, stopped }

    /// The state.
    public private(set) var state = State.notStarted
    /// The error that ended a failed task.
    public private(set) var failure: ErrorRecord?
    /// The runspace that the task runs or ran in.
    public private(set) var runspace: Runspace?
    private let work: RunspaceWork
    private let take: (StreamKind, Value) -> Void
    private let changed: (RunspaceTask) -> Void
    private var isStopping = false

    /// Makes a task that has not started.
    /// - Parameters:
    ///   - take: gets each object that the work writes, with its stream; called on the runspace's thread.
    ///   - changed: called on the runspace's thread when the task has ended, or on the caller's where it never started.
    package init(
        _ work: @escaping RunspaceWork, take: @escaping (StreamKind, Value) -> Void, changed: @escaping (RunspaceTask) -> Void
    ) {
        self.work = work
        self.take = take
        self.changed = changed
    }

    /// Whether the task has ended.
    public var isDone: Bool { state != .notStarted && state != .running }

    /// Starts the work on a new thread of a runspace.
    /// - Throws: `ValueError` where the runspace is not open or the thread cannot be started.
    public func start(in runspace: Runspace) throws {
        self.runspace = runspace
        state = .running
        do { try runspace.run { [self] in perform($0) } } catch {
            state = .notStarted
            throw error
        }
    }

    /// Asks the work to stop; it ends a moment later. A task that has not started ends at once.
    public func stop() {
        isStopping = true
        switch state {
        case .notStarted: end(.stopped)
        case .running: runspace?.engine?.interrupt.request()
        default: break
        }
    }

    /// Ends a task that could not be started as failed.
    package func fail(_ record: ErrorRecord) {
        failure = record
        end(.failed)
    }

    private func perform(_ engine: Engine) {
        if isStopping { return end(.stopped) }
        let take: (StreamKind, Value) throws -> Void = { [self, link = engine.link] kind, value in
            self.take(kind, value)
            link.engine?.announce()
        }
        let output = StreamSink(.output, take)
        do {
            try work(engine, output, Streams(take))
            try engine.raiseOverflow()
            end(isStopping ? .stopped : .completed)
        } catch is PipelineStopped {
            end(.stopped)
        } catch  where error.isFlowControl {
            end(.completed)
        } catch {
            let record = engine.locate(
                error, file: SourceFile(text: ""), span: SourceSpan(start: 0, end: 0))
            engine.remember(record)
            failure = record
            end(.failed)
        }
    }

    private func end(_ state: State) {
        self.state = state
        changed(self)
        runspace?.engine?.announce()
    }
}
