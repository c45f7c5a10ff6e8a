import CmdletKit
import Values

/// One command of a running pipeline: takes objects from the stage before it and hands its own to the next.
class Stage {
    /// False once this stage wants no more input; the stages before it then stop early, and their end blocks do not run.
    var wantsMore = true

    private var hasBegun = false

    func begin() throws {}

    /// Begins once: before its first object, which may come out of the beginning of the stage before.
    final func start() throws {
        guard !hasBegun else { return }
        hasBegun = true
        try begin()
    }
    /// One pipeline object.
    func accept(_ value: Value) throws -> Flow { .more }
    /// The single step of a command that nothing is piped to.
    func runWithoutInput() throws {}
    func end() throws {}
    /// Runs whatever happened: clean blocks, open files.
    func cleanUp() {}
}

/// A stage as the sink of the stage before it. Apart from `Stage`, because a cmdlet's stage has a `write` of its own: its output.
final class StageInput: OutputSink {
    private let stage: Stage
    init(_ stage: Stage) { self.stage = stage }
    func write(_ value: Value) throws -> Flow {
        try stage.start()
        return try stage.accept(value)
    }
}

/// Notes whether whoever takes the pipeline's output has had enough, so that the statements around stop as well.
final class EnoughMonitor: OutputSink {
    private let target: any OutputSink
    private(set) var enough = false

    init(_ target: any OutputSink) { self.target = target }
    func write(_ value: Value) throws -> Flow {
        if try target.write(value) == .enough {
            enough = true
            return .enough
        }
        return .more
    }
    func write(all values: [Value]) throws -> Flow {
        if try target.write(all: values) == .enough { enough = true }
        return enough ? .enough : .more
    }
}
