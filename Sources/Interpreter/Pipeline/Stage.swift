import CmdletKit
import Values

/// One command of a running pipeline: takes the objects of the stage before it and writes its own to the next.
class Stage {
    /// False once this stage takes no more input. The stages before it then stop, and their end blocks do not run.
    var wantsMore = true

    /// Whether the command failed without ending the pipeline: it wrote an error, or its program ended with another code than 0.
    var failed: Bool { false }

    private var hasBegun = false

    func begin() throws {}

    /// Calls `begin` once, before the first object: the begin block of the stage before may already write one.
    final func start() throws {
        guard !hasBegun else { return }
        hasBegun = true
        try begin()
    }
    /// Processes one object.
    func accept(_ value: Value) throws -> Flow { .more }
    /// Runs the process block once, where nothing is piped in.
    func runWithoutInput() throws {}
    /// Runs the end block.
    func end() throws {}
    /// Runs at the end of the pipeline even after an error: clean blocks, closing of files.
    func cleanUp() {}
}

/// A stage as the sink of the stage before it. Not `Stage` itself, because a cmdlet's stage already has a `write`, for its output.
final class StageInput: OutputSink {
    private let stage: Stage
    init(_ stage: Stage) { self.stage = stage }
    func write(_ value: Value) throws -> Flow {
        try stage.start()
        return try stage.accept(value)
    }
}

/// Notes whether the frame's output wants no more objects, so that the statements around the pipeline stop as well.
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
