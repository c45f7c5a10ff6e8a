import CmdletKit
import SourceText
import Values

/// What a task does, with the streams that it writes to.
typealias RunspaceWork = (Engine, any OutputSink, Streams) throws -> Void

/// One run of code in a runspace.
public final class RunspaceTask {
    public enum State: Equatable { case notStarted, running, completed, failed, stopped }

    public private(set) var state = State.notStarted
    /// What ended it, where it failed.
    public private(set) var failure: ErrorRecord?
    public private(set) var runspace: Runspace?
    private let work: RunspaceWork
    private let take: (StreamKind, Value) -> Void
    private let changed: (RunspaceTask) -> Void
    private var isStopping = false

    /// - Parameters:
    ///   - take: gets what is written; called on the runspace's thread, as is `changed` at the end.
    init(_ work: @escaping RunspaceWork, take: @escaping (StreamKind, Value) -> Void, changed: @escaping (RunspaceTask) -> Void) {
        self.work = work
        self.take = take
        self.changed = changed
    }

    public var isDone: Bool { state != .notStarted && state != .running }

    /// - Throws: where the runspace cannot run anything.
    public func start(in runspace: Runspace) throws {
        self.runspace = runspace
        state = .running
        do { try runspace.run { [self] in perform($0) } } catch {
            state = .notStarted
            throw error
        }
    }

    /// Asks it to stop; it is done a moment later.
    public func stop() {
        isStopping = true
        switch state {
        case .notStarted: end(.stopped)
        case .running: runspace?.engine?.interrupt.request()
        default: break
        }
    }

    /// Ends it before it began.
    func fail(_ record: ErrorRecord) {
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
