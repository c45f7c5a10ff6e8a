import CmdletKit
import Values

/// One command of a running pipeline: takes objects from the stage before it and hands its own to the next.
class Stage {
    /// False once this stage wants no more input; the stages before it then stop early, and their end blocks do not run.
    var wantsMore = true

    /// Whether the command failed without ending the pipeline: it wrote an error, or its program ended with another code than 0.
    var failed: Bool { false }

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

/// Builds the stages of a pipeline and moves objects through them.
enum PipelineRunner {
    static func run(_ source: Evaluate?, _ commands: [CompiledCommand], in frame: Frame) throws -> Completion {
        let engine = frame.engine
        try engine.checkStop()
        try engine.descend()
        defer { engine.ascend() }
        // The source is evaluated before any command begins: its errors leave the commands alone.
        let input = try source.map { try $0(frame) }
        var stages: [Stage] = []
        var downstream = frame.output
        let outermost = EnoughMonitor(frame.output)
        if !downstream.isDisplay { downstream = outermost }
        var place = commands.count - 1
        engine.succeeded = true
        defer { for stage in stages { stage.cleanUp() } }
        while place >= 0 {
            let built = try StageBuilder.build(commands, upTo: place, into: downstream, hasSource: source != nil, frame)
            stages.insert(built.stage, at: 0)
            place -= built.count
            downstream = StageInput(built.stage)
        }
        try feed(input, stages, isSource: source != nil)
        // Only now: what the stages ran by the way set `$?` for itself.
        engine.succeeded = !stages.contains(where: \.failed)
        return outermost.enough ? .enough : .normal
    }

    private static func feed(_ input: Value?, _ stages: [Stage], isSource: Bool) throws {
        guard let first = stages.first else { return }
        for stage in stages { try stage.start() }
        if let input {
            if let range = input.asObject(NumberRange.self) {
                try pass(range.numbers, to: first)
            } else if let elements = input.enumerated {
                try pass(elements, to: first)
            } else {
                _ = try first.accept(input)
            }
        } else {
            try first.runWithoutInput()
        }
        for (place, stage) in stages.enumerated() {
            // Stopped by a later stage: this one's end never runs.
            if stages[(place + 1)...].contains(where: { !$0.wantsMore }) { continue }
            try stage.end()
        }
    }

    private static func pass(_ elements: some Sequence<Value>, to stage: Stage) throws {
        for element in elements {
            if case .nothing = element { continue }
            if try stage.accept(element.orNull) == .enough { break }
        }
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
